// Its own folder counts.
import "gone.tm"

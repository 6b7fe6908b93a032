boundary cloud { trust: intern }

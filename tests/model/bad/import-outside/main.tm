import "../../../Cargo.toml"
gateway waf

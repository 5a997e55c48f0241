//! The second version of the pricing rules, for the day on which everything is a fifth off.

#[path = "../pricing/abi.rs"]
mod abi;
#[path = "../pricing/exports.rs"]
mod exports;
#[path = "../pricing/host.rs"]
mod host;

const DESCRIPTION: &str = "sale: 20 % off everything";

const OFF_PERCENT: i64 = 20;

/// Hundredths of the currency. Nothing else is deducted during the sale; gold customers keep their tenth.
fn line_price(customer: &str, sku: &str, quantity: u32, currency: &str) -> i64 {
    let list = host::unit_price(sku).checked_mul(quantity.into()).expect("the price of a line fits into 64 bits");
    let off_percent = if host::tier(customer) == "gold" { OFF_PERCENT + 10 } else { OFF_PERCENT };
    let price = list as f64 * (100 - off_percent) as f64 / 100.0 * host::rate(currency);
    price.round() as i64
}

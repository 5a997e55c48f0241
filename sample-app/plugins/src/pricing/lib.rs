//! The everyday prices of the shop.

mod abi;
mod exports;
mod host;

const DESCRIPTION: &str = "everyday prices";

/// Hundredths of the currency: list price, less what the quantity earns, less what the customer has earned.
fn line_price(customer: &str, sku: &str, quantity: u32, currency: &str) -> i64 {
    let list = host::unit_price(sku).checked_mul(quantity.into()).expect("the price of a line fits into 64 bits");
    let off_percent = quantity_discount(quantity) + customer_discount(&host::tier(customer));
    let price = list as f64 * f64::from(100 - off_percent) / 100.0 * host::rate(currency);
    price.round() as i64
}

fn quantity_discount(quantity: u32) -> u32 {
    match quantity {
        0..10 => 0,
        10..100 => 3,
        _ => 8,
    }
}

fn customer_discount(tier: &str) -> u32 {
    match tier {
        "gold" => 10,
        "silver" => 5,
        _ => 0,
    }
}

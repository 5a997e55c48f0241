//! The exports of the world `pricing`: they unpack the arguments and call the rules of the crate.

use std::sync::Once;

use crate::abi::{Slice, give, take_back};
use crate::{DESCRIPTION, host, line_price};

/// A panic is a trap, and the host does not see why: say it in the log first.
fn report_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| std::panic::set_hook(Box::new(|panic| host::error(&panic.to_string()))));
}

#[unsafe(export_name = "describe")]
extern "C" fn export_describe() -> *const Slice {
    give(DESCRIPTION.to_string())
}

#[unsafe(export_name = "cabi_post_describe")]
unsafe extern "C" fn post_describe(result: *const Slice) {
    unsafe { take_back(result) }
}

#[unsafe(export_name = "line-price")]
unsafe extern "C" fn export_line_price(
    customer: *mut u8, customer_length: usize, sku: *mut u8, sku_length: usize, quantity: u32,
    currency: *mut u8, currency_length: usize,
) -> i64 {
    report_panics();
    let (customer, sku, currency) = unsafe {
        (
            Slice { address: customer, length: customer_length }.into_string(),
            Slice { address: sku, length: sku_length }.into_string(),
            Slice { address: currency, length: currency_length }.into_string(),
        )
    };
    line_price(&customer, &sku, quantity, &currency)
}

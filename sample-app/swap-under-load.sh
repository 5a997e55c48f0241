#!/usr/bin/env bash
# Replaces a plugin of the running sample application while orders come in, and shows that none is lost.
#
# usage: swap-under-load.sh NEW.wasm PLUGIN.wasm [URL]
#
#   NEW.wasm     the version to swap in, as in plugins/next/pricing.wasm
#   PLUGIN.wasm  the file it replaces, as in plugins/pricing.wasm
#   URL          where the application is, http://localhost:8080 if nothing is said
set -euo pipefail

[[ $# -ge 2 ]] || { sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
readonly new=$1 plugin=$2 url=${3:-http://localhost:8080}
readonly orders_per_round=500 customers=8 seconds=30

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One round of orders, several at a time: each answer's status to a file, its body to another.
round() {
	mkdir -p "$work/$1"
	curl --silent --parallel --parallel-max "$customers" --output "$work/$1/#1.json" --write-out '%{http_code}\n' \
		--header 'Content-Type: application/json' \
		--data '{"customer": "Bob", "address": "bob@example.org", "currency": "EUR", "items": [{"sku": "MUG", "quantity": 1}]}' \
		"$url/orders?n=[1-$orders_per_round]" 2>/dev/null >>"$work/statuses" || true
}

rules() {
	curl --silent --fail "$url/rules"
}

before=$(rules) || { echo "Nothing answers at $url/rules" >&2; exit 1; }
echo "before: $before"
round 0
echo "$(wc -l <"$work/statuses") orders taken; now $new replaces $plugin"

# Next to the plugin and renamed: nobody ever sees half a file.
cp "$new" "$plugin.new"
mv "$plugin.new" "$plugin"

until=$((SECONDS + seconds))
rounds=0
while [[ $(rules) == "$before" && $SECONDS -lt $until ]]; do
	round $((++rounds))
done
round $((++rounds))
echo "after:  $(rules)"

echo
sort "$work/statuses" | uniq -c | while read -r count status; do
	echo "$count answers with status $status"
done
find "$work" -name '*.json' -exec grep -oh '"total":[0-9.]*' {} + | sort | uniq -c | while read -r count total; do
	echo "$count orders for ${total#*:} EUR"
done
lost=$(((rounds + 1) * orders_per_round - $(grep -c '^201$' "$work/statuses" || true)))
echo "$lost lost"
[[ $lost -eq 0 ]]

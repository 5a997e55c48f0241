// A program of Go's standard library: one unit packs and unpacks, hashes, matches, sorts, and turns structures into JSON and back.
package main

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math/big"
	"regexp"
	"sort"
	"strings"
	"text/template"
	"time"
)

type order struct {
	ID       int                `json:"id"`
	Customer string             `json:"customer"`
	Price    float64            `json:"price"`
	Tags     []string           `json:"tags,omitempty"`
	Extra    map[string]float64 `json:"extra"`
}

var expression = regexp.MustCompile(`(?i)customer-(\d+)|"t[0-4]",\s*"([a-z]+)"`)

var report = template.Must(template.New("report").Parse(`{{range .}}{{if gt .Price 500.0}}{{.Customer | printf "%-14s"}} {{printf "%8.2f" .Price}}{{range .Tags}} #{{.}}{{end}}
{{end}}{{end}}`))

func orders() []order {
	seed := uint32(2024)
	random := func(below uint32) int {
		seed ^= seed << 13
		seed ^= seed >> 17
		seed ^= seed << 5
		return int(seed % below)
	}
	list := make([]order, 150)
	for i := range list {
		list[i] = order{i, fmt.Sprintf("customer-%d", random(40)), float64(random(100000)) / 100, []string{fmt.Sprint("t", random(9)), strings.Repeat("q", 1+random(5))},
			map[string]float64{"x": float64(random(100)), "y": -float64(random(100)) / 8}}
	}
	return list
}

func unit() uint32 {
	list := orders()
	text, err := json.Marshal(list)
	if err != nil {
		panic(err)
	}
	var parsed []order
	if err := json.Unmarshal(text, &parsed); err != nil {
		panic(err)
	}
	totals := map[string]float64{}
	for _, each := range parsed {
		totals[each.Customer] += each.Price
	}
	names := make([]string, 0, len(totals))
	for name := range totals {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool { return totals[names[i]] > totals[names[j]] || totals[names[i]] == totals[names[j]] && names[i] < names[j] })
	var packed, printed bytes.Buffer
	writer, _ := flate.NewWriter(&packed, 6)
	writer.Write(text)
	writer.Close()
	unpacked, err := io.ReadAll(flate.NewReader(&packed))
	if err != nil || !bytes.Equal(unpacked, text) {
		panic("unpacked something else")
	}
	if err := report.Execute(&printed, parsed); err != nil {
		panic(err)
	}
	product := big.NewInt(1)
	for i := int64(1); i <= 200; i++ {
		product.Mul(product, big.NewInt(i))
	}
	hash := fnv.New32a()
	digest := sha256.Sum256(unpacked)
	hash.Write(digest[:])
	fmt.Fprint(hash, names, product, printed.String(), len(expression.FindAllSubmatchIndex(text, -1)))
	return hash.Sum32()
}

//go:wasmexport run
func run(units int32) int32 {
	sum := uint32(0)
	for i := int32(0); i < units; i++ {
		sum = sum*31 + unit()
	}
	return int32(sum)
}

//go:wasmexport units
func units() int32 {
	return 8
}

//go:wasmexport wizer-initialize
func measure() {
	begin := time.Now()
	for round := 0; round < 10 || time.Since(begin) < 3*time.Second; round++ {
		start := time.Now()
		result := run(units())
		fmt.Printf("go %d %.3f %d\n", round, float64(time.Since(start).Nanoseconds())/1e6, result)
	}
}

func main() {
}

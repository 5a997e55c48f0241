// Go brings its own scheduler and garbage collector: goroutines, channels, maps, reflection, big integers, panics.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/big"
	"os"
	"regexp"
	"sort"
	"strings"
	"sync"
	"text/template"
	"time"
)

type item struct {
	Name  string   `json:"name"`
	Price float64  `json:"price"`
	Tags  []string `json:"tags,omitempty"`
}

func primes(limit int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		composite := make([]bool, limit)
		for n := 2; n < limit; n++ {
			if !composite[n] {
				out <- n
				for m := n * n; m < limit; m += n {
					composite[m] = true
				}
			}
		}
	}()
	return out
}

func concurrency() {
	var group sync.WaitGroup
	results := make([]int, 8)
	for worker := range results {
		group.Add(1)
		go func() {
			defer group.Done()
			for prime := range primes(1000 * (worker + 1)) {
				results[worker] += prime
			}
		}()
	}
	group.Wait()
	fmt.Println(results)
	select {
	case <-time.After(5 * time.Millisecond):
		fmt.Println("time passes")
	}
}

func garbage() {
	kept := map[string][]byte{}
	for i := 0; i < 200000; i++ {
		key := fmt.Sprintf("key-%d", i%1000)
		kept[key] = append([]byte(key), byte(i))
	}
	keys := make([]string, 0, len(kept))
	for key := range kept {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	fmt.Println(len(keys), keys[0], keys[999], kept["key-7"])
}

func formats() {
	encoded, _ := json.Marshal([]item{{"mug", 12.9, nil}, {"Größe", 1e21, []string{"a", "<b>"}}})
	fmt.Println(string(encoded))
	var decoded []item
	fmt.Println(json.Unmarshal(encoded, &decoded), decoded)
	fmt.Printf("%v %+v %T %q %x %8.3f %e %g\n", decoded[0], decoded[1], decoded, "q\n", "hex", math.Pi, math.E, math.Inf(-1))
	factorial := big.NewInt(1).MulRange(1, 50)
	fmt.Printf("%s %x\n", factorial, sha256.Sum256([]byte(factorial.String())))
}

// Functions that can be resumed after any call are large, and cut into pieces: those of parsers most of all.
func parsers() {
	text := "{{range $place, $tag := .Tags}}{{$place}}={{$tag | printf \"%q\"}} {{end}}{{if gt .Price 1.5}}dear{{else}}cheap{{end}}\n"
	parsed := template.Must(template.New("item").Parse(text))
	if err := parsed.Execute(os.Stdout, item{"nail", 2.25, []string{"steel", "sharp"}}); err != nil {
		fmt.Println(err)
	}
	fmt.Println(regexp.MustCompile(`(\w+)@(\w+)\.(?:com|org)`).ReplaceAllString("a@b.com, cc@dd.org, e@f.net", "$2 at $1"))
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	fmt.Fprint(writer, strings.Repeat("graft ", 1000))
	writer.Close()
	reader, err := gzip.NewReader(&packed)
	if err != nil {
		fmt.Println(err)
		return
	}
	unpacked, err := io.ReadAll(reader)
	fmt.Println(len(unpacked), err)
}

func recovered() (message string) {
	defer func() { message = fmt.Sprint(recover()) }()
	var empty []int
	return fmt.Sprint(empty[len(os.Args)])
}

func main() {
	fmt.Println(os.Args[1:], os.Getenv("GREETING"))
	scanner := bufio.NewScanner(os.Stdin)
	for scanner.Scan() {
		fmt.Println(strings.ToUpper(scanner.Text()))
	}
	concurrency()
	garbage()
	formats()
	parsers()
	fmt.Println(recovered())
	if len(os.Args) > 1 && os.Args[1] == "panic" {
		panic("as you like")
	}
	os.Exit(len(os.Args) - 1)
}

// What Go is made of, one loop for each: slices, maps, strings, numbers in text, sorting, interfaces, closures, errors, defers and panics, goroutines, and
// the packages of its standard library that plugins use most. `programs/build.sh go-idioms` builds them, `run.sh --together true FOLDER` runs them.
package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"crypto/md5"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"math"
	"math/bits"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// A source of numbers that are the same each time.
type random uint32

func (r *random) next() uint32 {
	x := uint32(*r)
	x ^= x << 13
	x ^= x >> 17
	x ^= x << 5
	*r = random(x)
	return x
}
func (r *random) below(n uint32) uint32 { return r.next() % n }

// The input of all loops.
var ints [4096]int
var floats [4096]float64
var text []byte
var str string
var words []string
var lines string

func init() {
	r := random(7)
	for i := range ints {
		ints[i] = int(r.next() & 0xffff)
		floats[i] = float64(r.next()&0xffff) / 7
	}
	for i := 0; i < 800; i++ {
		n := 2 + r.below(8)
		w := make([]byte, n)
		for k := range w {
			w[k] = byte('a' + r.below(26))
		}
		words = append(words, string(w))
	}
	str = strings.Join(words, " ")
	text = []byte(str)
	lines = strings.ReplaceAll(str, " q", "\nq")
}

// Calls a function so many times; what it adds up is the answer.
func each(n int32, f func(i int, s *uint32)) int32 {
	var s uint32
	for i := 0; i < int(n); i++ {
		f(i, &s)
	}
	return int32(s)
}

//go:wasmexport slice_sum
func sliceSum(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range ints {
			t += x
		}
		*s += uint32(t)
	})
}

//go:wasmexport slice_index
func sliceIndex(n int32) int32 {
	v := ints[:]
	return each(n, func(i int, s *uint32) {
		t := 0
		for k := 1; k < len(v)-1; k++ {
			t += v[k-1] ^ v[k+1]
		}
		*s += uint32(t)
	})
}

//go:wasmexport float_dot
func floatDot(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0.0
		for k, x := range floats {
			t += x * floats[k^1]
		}
		*s += uint32(int64(t))
	})
}

//go:wasmexport append_ints
func appendInts(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		var v []int
		for k := 0; k < 1000; k++ {
			v = append(v, k^i)
		}
		*s += uint32(len(v) + v[i%1000])
	})
}

//go:wasmexport append_cap
func appendCap(n int32) int32 {
	v := make([]int, 0, 1000)
	return each(n, func(i int, s *uint32) {
		v = v[:0]
		for k := 0; k < 1000; k++ {
			v = append(v, k^i)
		}
		*s += uint32(len(v) + v[i%1000])
	})
}

//go:wasmexport filter_map
func filterMap(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		out := make([]int, 0, 16)
		for _, x := range ints {
			if x%3 == i%3 {
				out = append(out, x*2)
			}
		}
		*s += uint32(len(out))
	})
}

//go:wasmexport map_int
func mapInt(n int32) int32 {
	m := map[int]int{}
	for k, x := range ints {
		m[x] = k
	}
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range ints[:512] {
			t += m[x+i&1]
		}
		*s += uint32(t)
	})
}

//go:wasmexport map_build
func mapBuild(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		m := map[int]int{}
		for _, x := range ints[:256] {
			m[x&127]++
		}
		*s += uint32(len(m))
	})
}

//go:wasmexport map_string
func mapString(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		m := map[string]int{}
		for _, w := range words {
			m[w] += i
		}
		*s += uint32(len(m))
	})
}

//go:wasmexport map_range
func mapRange(n int32) int32 {
	m := map[int]int{}
	for k, x := range ints[:512] {
		m[x] = k
	}
	return each(n, func(i int, s *uint32) {
		t := 0
		for k, v := range m {
			t += k ^ v
		}
		*s += uint32(t)
	})
}

//go:wasmexport str_bytes
func strBytes(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for k := 0; k < len(str); k++ {
			if str[k] == ' ' {
				t++
			}
		}
		*s += uint32(t)
	})
}

//go:wasmexport str_runes
func strRunes(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, c := range str {
			if unicode.IsUpper(c) || c == 'e' {
				t++
			}
		}
		*s += uint32(t)
	})
}

//go:wasmexport str_builder
func strBuilder(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		var b strings.Builder
		for _, w := range words {
			b.WriteString(w)
			b.WriteByte(' ')
		}
		*s += uint32(b.Len())
	})
}

//go:wasmexport str_concat
func strConcat(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := ""
		for _, w := range words[:64] {
			t += w
		}
		*s += uint32(len(t))
	})
}

//go:wasmexport str_split
func strSplit(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		*s += uint32(len(strings.Split(str, " ")))
	})
}

//go:wasmexport str_fields
func strFields(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		*s += uint32(len(strings.Fields(str)))
	})
}

//go:wasmexport str_index
func strIndex(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		*s += uint32(strings.Index(str, "zqxj") + strings.Count(str, "ab"))
	})
}

//go:wasmexport str_upper
func strUpper(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		*s += uint32(len(strings.ToUpper(str)))
	})
}

//go:wasmexport str_replace
func strReplace(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		*s += uint32(len(strings.ReplaceAll(str, "a", "xyz")))
	})
}

//go:wasmexport str_cmp
func strCmp(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for k := 1; k < len(words); k++ {
			if words[k-1] < words[k] {
				t++
			}
		}
		*s += uint32(t)
	})
}

//go:wasmexport itoa
func itoa(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range ints[:512] {
			t += len(strconv.Itoa(x * 1001))
		}
		*s += uint32(t)
	})
}

//go:wasmexport atoi
func atoi(n int32) int32 {
	var v []string
	for _, x := range ints[:512] {
		v = append(v, strconv.Itoa(x*77))
	}
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range v {
			k, _ := strconv.Atoi(x)
			t += k
		}
		*s += uint32(t)
	})
}

//go:wasmexport ftoa
func ftoa(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range floats[:128] {
			t += len(strconv.FormatFloat(x, 'g', -1, 64))
		}
		*s += uint32(t)
	})
}

//go:wasmexport atof
func atof(n int32) int32 {
	var v []string
	for _, x := range floats[:256] {
		v = append(v, strconv.FormatFloat(x, 'g', -1, 64))
	}
	return each(n, func(i int, s *uint32) {
		t := 0.0
		for _, x := range v {
			k, _ := strconv.ParseFloat(x, 64)
			t += k
		}
		*s += uint32(int64(t))
	})
}

//go:wasmexport sprintf
func sprintf(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for k := 0; k < 100; k++ {
			t += len(fmt.Sprintf("%d:%s:%x:%5.2f", k, words[k], k*77, floats[k]))
		}
		*s += uint32(t)
	})
}

//go:wasmexport sort_ints
func sortInts(n int32) int32 {
	v := make([]int, 1024)
	return each(n, func(i int, s *uint32) {
		copy(v, ints[:1024])
		sort.Ints(v)
		*s += uint32(v[500])
	})
}

//go:wasmexport sort_func
func sortFunc(n int32) int32 {
	v := make([]int, 1024)
	return each(n, func(i int, s *uint32) {
		copy(v, ints[:1024])
		sort.Slice(v, func(a, b int) bool { return v[a]^7 < v[b]^7 })
		*s += uint32(v[500])
	})
}

//go:wasmexport sort_strings
func sortStrings(n int32) int32 {
	v := make([]string, len(words))
	return each(n, func(i int, s *uint32) {
		copy(v, words)
		slices.Sort(v)
		*s += uint32(len(v[500]))
	})
}

//go:wasmexport search
func search(n int32) int32 {
	v := make([]int, 4096)
	copy(v, ints[:])
	sort.Ints(v)
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range ints[:512] {
			t += sort.SearchInts(v, x)
		}
		*s += uint32(t)
	})
}

type shape interface{ area(k int) int }
type sa struct{ a int }
type sb struct{ a, b int }
type sc struct{ a int }
type sd struct{}

func (x *sa) area(k int) int { return x.a + k }
func (x *sb) area(k int) int { return x.a*x.b + k }
func (x *sc) area(k int) int { return x.a >> (k & 7) }
func (x *sd) area(k int) int { return k }
func shapes(kinds uint32) []shape {
	r := random(3)
	var v []shape
	for k := 0; k < 256; k++ {
		x := int(r.next() & 0xffff)
		switch r.below(kinds) {
		case 0:
			v = append(v, &sa{x})
		case 1:
			v = append(v, &sb{x, 3})
		case 2:
			v = append(v, &sc{x})
		default:
			v = append(v, &sd{})
		}
	}
	return v
}
func dyn(n int32, kinds uint32) int32 {
	v := shapes(kinds)
	return each(n, func(i int, s *uint32) {
		t := 0
		for r := 0; r < 8; r++ {
			for _, x := range v {
				t += x.area(r ^ i)
			}
		}
		*s += uint32(t)
	})
}

//go:wasmexport iface1
func iface1(n int32) int32 { return dyn(n, 1) }

//go:wasmexport iface4
func iface4(n int32) int32 { return dyn(n, 4) }

//go:wasmexport type_switch
func typeSwitch(n int32) int32 {
	v := shapes(4)
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range v {
			switch y := x.(type) {
			case *sa:
				t += y.a
			case *sb:
				t += y.b
			case *sc:
				t ^= y.a
			default:
				t++
			}
		}
		*s += uint32(t)
	})
}

//go:wasmexport closures
func closures(n int32) int32 {
	var fs []func(int) int
	for k := 0; k < 16; k++ {
		fs = append(fs, func(x int) int { return x + k })
	}
	return each(n, func(i int, s *uint32) {
		t := 0
		for k := 0; k < 1024; k++ {
			t = fs[k&15](t)
		}
		*s += uint32(t)
	})
}

func fibonacci(n int) int {
	if n < 2 {
		return n
	}
	return fibonacci(n-1) + fibonacci(n-2)
}

//go:wasmexport fib
func fib(n int32) int32 {
	return each(n, func(i int, s *uint32) { *s += uint32(fibonacci(15 + i&1)) })
}

type tree struct {
	left, right *tree
	v           int
}

func (t *tree) insert(v int) *tree {
	if t == nil {
		return &tree{v: v}
	}
	if v < t.v {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}
func (t *tree) sum() int {
	if t == nil {
		return 0
	}
	return t.left.sum() + t.v + t.right.sum()
}

//go:wasmexport tree_insert
func treeInsert(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		var t *tree
		for _, x := range ints[:256] {
			t = t.insert(x)
		}
		*s += uint32(t.sum())
	})
}

//go:wasmexport tree_sum
func treeSum(n int32) int32 {
	var t *tree
	for _, x := range ints[:1024] {
		t = t.insert(x)
	}
	return each(n, func(i int, s *uint32) { *s += uint32(t.sum()) })
}

type node struct {
	next *node
	v    int
}

//go:wasmexport list_walk
func listWalk(n int32) int32 {
	var l *node
	for _, x := range ints[:1024] {
		l = &node{l, x}
	}
	return each(n, func(i int, s *uint32) {
		t := 0
		for p := l; p != nil; p = p.next {
			t += p.v
		}
		*s += uint32(t)
	})
}

//go:wasmexport alloc_small
func allocSmall(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		var l *node
		for k := 0; k < 256; k++ {
			l = &node{l, k}
		}
		*s += uint32(l.v)
	})
}

type point struct{ x, y, z float64 }

func (p point) add(o point) point { return point{p.x + o.x, p.y + o.y, p.z + o.z} }
func (p point) length() float64   { return math.Sqrt(p.x*p.x + p.y*p.y + p.z*p.z) }

//go:wasmexport structs
func structs(n int32) int32 {
	v := make([]point, 512)
	for k := range v {
		v[k] = point{floats[k], floats[k+1], floats[k+2]}
	}
	return each(n, func(i int, s *uint32) {
		t := point{}
		l := 0.0
		for _, p := range v {
			t = t.add(p)
			l += p.length()
		}
		*s += uint32(int64(t.x + l))
	})
}

//go:wasmexport matmul
func matmul(n int32) int32 {
	a, b, c := make([][]float64, 24), make([][]float64, 24), make([][]float64, 24)
	for k := range a {
		a[k], b[k], c[k] = make([]float64, 24), make([]float64, 24), make([]float64, 24)
		for j := range a[k] {
			a[k][j], b[k][j] = floats[k*24+j], floats[k+24*j]
		}
	}
	return each(n, func(i int, s *uint32) {
		for x := range a {
			for y := range b {
				t := 0.0
				for z := range a[x] {
					t += a[x][z] * b[z][y]
				}
				c[x][y] = t
			}
		}
		*s += uint32(int64(c[3][4]))
	})
}

//go:wasmexport sieve
func sieve(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		v := make([]bool, 4096)
		t := 0
		for k := 2; k < len(v); k++ {
			if !v[k] {
				t++
				for j := k * k; j < len(v); j += k {
					v[j] = true
				}
			}
		}
		*s += uint32(t)
	})
}

//go:wasmexport crc
func crc(n int32) int32 {
	return each(n, func(i int, s *uint32) { *s += crc32.ChecksumIEEE(text) })
}

//go:wasmexport fnv1
func fnv1(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		h := fnv.New32a()
		h.Write(text)
		*s += h.Sum32()
	})
}

//go:wasmexport sha
func sha(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		h := sha256.Sum256(text)
		*s += binary.LittleEndian.Uint32(h[:])
	})
}

//go:wasmexport md5sum
func md5sum(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		h := md5.Sum(text)
		*s += binary.LittleEndian.Uint32(h[:])
	})
}

//go:wasmexport b64
func b64(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		d, _ := base64.StdEncoding.DecodeString(base64.StdEncoding.EncodeToString(text))
		*s += uint32(len(d))
	})
}

//go:wasmexport hexes
func hexes(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		d, _ := hex.DecodeString(hex.EncodeToString(text))
		*s += uint32(len(d))
	})
}

//go:wasmexport bit_ops
func bitOps(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range ints {
			t += bits.OnesCount32(uint32(x)) + bits.LeadingZeros64(uint64(x)) + int(bits.RotateLeft32(uint32(x), 7)&3)
		}
		*s += uint32(t)
	})
}

//go:wasmexport divide
func divide(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range ints[:1024] {
			t += x/10 + x%7 + 1000000/(x+1)
		}
		*s += uint32(t)
	})
}

//go:wasmexport math_fns
func mathFns(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0.0
		for _, x := range floats[:256] {
			t += math.Sin(x) + math.Floor(x) + math.Log(x+1) + math.Pow(x, 0.3)
		}
		*s += uint32(int64(t))
	})
}

var failed = errors.New("failed")

func mayFail(x int) (int, error) {
	if x%64 == 0 {
		return 0, failed
	}
	return x + 1, nil
}

//go:wasmexport errs
func errs(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range ints[:1024] {
			if y, err := mayFail(x); err != nil {
				t++
			} else {
				t += y
			}
		}
		*s += uint32(t)
	})
}

func deferred(x int) (r int) {
	defer func() { r += x }()
	return x * 2
}

//go:wasmexport defers
func defers(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range ints[:512] {
			t += deferred(x)
		}
		*s += uint32(t)
	})
}

func recovers(x int) (r int) {
	defer func() {
		if recover() != nil {
			r = -1
		}
	}()
	if x&7 == 0 {
		panic(failed)
	}
	return x
}

//go:wasmexport panics
func panics(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		t := 0
		for _, x := range ints[:128] {
			t += recovers(x)
		}
		*s += uint32(t)
	})
}

//go:wasmexport channel
func channel(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		c := make(chan int, 16)
		go func() {
			for k := 0; k < 128; k++ {
				c <- k
			}
			close(c)
		}()
		t := 0
		for x := range c {
			t += x
		}
		*s += uint32(t)
	})
}

type number interface{ ~int | ~float64 }

func largest[T number](v []T) T {
	m := v[0]
	for _, x := range v {
		if x > m {
			m = x
		}
	}
	return m
}

//go:wasmexport generics
func generics(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		*s += uint32(largest(ints[:])) + uint32(int64(largest(floats[:])))
	})
}

type pq []int

func (p pq) Len() int           { return len(p) }
func (p pq) Less(i, j int) bool { return p[i] < p[j] }
func (p pq) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }
func (p *pq) Push(x any)        { *p = append(*p, x.(int)) }
func (p *pq) Pop() any {
	o := *p
	x := o[len(o)-1]
	*p = o[:len(o)-1]
	return x
}

//go:wasmexport heaps
func heaps(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		p := &pq{}
		for _, x := range ints[:128] {
			heap.Push(p, x)
		}
		t := 0
		for p.Len() > 0 {
			t = t*3 + heap.Pop(p).(int)
		}
		*s += uint32(t)
	})
}

//go:wasmexport bytes_buf
func bytesBuf(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		var b bytes.Buffer
		for k := 0; k < 512; k++ {
			b.WriteByte(byte(k))
			b.WriteString("abc")
		}
		*s += uint32(b.Len())
	})
}

//go:wasmexport scanner
func scanner(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		sc := bufio.NewScanner(strings.NewReader(lines))
		t := 0
		for sc.Scan() {
			t += len(sc.Text())
		}
		*s += uint32(t)
	})
}

//go:wasmexport rle
func rle(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		out := make([]byte, 0, 64)
		for k := 0; k < len(text); {
			j := k
			for j < len(text) && text[j] == text[k] {
				j++
			}
			out = append(out, byte(j-k), text[k])
			k = j
		}
		*s += uint32(len(out))
	})
}

//go:wasmexport levenshtein
func levenshtein(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		a, b := text[:64], text[64:160]
		row := make([]int, len(b)+1)
		for k := range row {
			row[k] = k
		}
		for x := range a {
			diag := row[0]
			row[0] = x + 1
			for y := range b {
				c := diag
				if a[x] != b[y] {
					c++
				}
				diag = row[y+1]
				row[y+1] = min(c, row[y]+1, diag+1)
			}
		}
		*s += uint32(row[len(b)])
	})
}

type record struct {
	ID   int      `json:"id"`
	Name string   `json:"name"`
	Tags []string `json:"tags"`
}

//go:wasmexport json_out
func jsonOut(n int32) int32 {
	v := []record{{1, "abc", words[:4]}, {2, "def", words[4:9]}}
	return each(n, func(i int, s *uint32) {
		b, _ := json.Marshal(v)
		*s += uint32(len(b))
	})
}

//go:wasmexport json_in
func jsonIn(n int32) int32 {
	v := []record{{1, "abc", words[:4]}, {2, "def", words[4:9]}}
	b, _ := json.Marshal(v)
	return each(n, func(i int, s *uint32) {
		var r []record
		json.Unmarshal(b, &r)
		*s += uint32(len(r))
	})
}

//go:wasmexport state
func state(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		st, t := 0, 0
		for _, c := range text {
			switch st {
			case 0:
				if c == ' ' {
					st = 1
				}
			case 1:
				if c > 'm' {
					st = 2
					t++
				} else {
					st = 0
				}
			case 2:
				if c == 'e' {
					st = 0
				}
			}
		}
		*s += uint32(t)
	})
}

//go:wasmexport copy_bytes
func copyBytes(n int32) int32 {
	d := make([]byte, len(text))
	return each(n, func(i int, s *uint32) {
		copy(d, text)
		*s += uint32(d[i%len(d)])
		if bytes.Equal(d, text) {
			*s++
		}
	})
}

//go:wasmexport queue
func queue(n int32) int32 {
	return each(n, func(i int, s *uint32) {
		q := []int{1}
		t := 0
		for len(q) > 0 && t < 512 {
			x := q[0]
			q = q[1:]
			t++
			q = append(q, x*2, x*2+1)
		}
		*s += uint32(len(q))
	})
}

func main() {}

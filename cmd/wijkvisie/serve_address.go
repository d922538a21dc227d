package main

import (
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// listen opens the address to serve on. Others than this machine may reach it only with
// --share.
func listen(opt *options) (net.Listener, error) {
	if !isAddress(opt.addr) {
		return nil, usageError{say(opt.lang, sayBadAddr, opt.addr)}
	}
	for _, name := range opt.hosts {
		if !isHost(name) {
			return nil, usageError{say(opt.lang, sayBadHost, name)}
		}
	}
	if !isLoopback(opt.addr) && !opt.share {
		return nil, usageError{say(opt.lang, sayShare, opt.addr)}
	}
	l, err := net.Listen("tcp", opt.addr)
	if err != nil {
		return nil, usageError{say(opt.lang, sayPortTaken, opt.addr, err)}
	}
	return l, nil
}

// isAddress reports whether a text has the form of an address with a port.
func isAddress(addr string) bool {
	_, _, err := net.SplitHostPort(addr)
	return err == nil
}

// isLoopback reports whether only this machine can reach an address with a port.
func isLoopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	ip := net.ParseIP(host)
	return err == nil && (host == "localhost" || ip != nil && ip.IsLoopback())
}

// isHost reports whether a text is an IP address or can be the name of a host (RFC 1123, and
// the underscore that some networks use).
func isHost(s string) bool {
	if _, err := netip.ParseAddr(s); err == nil {
		return true
	}
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-._") == ""
}

// reach is how a preview is reached.
type reach struct {
	port    int
	origins []string // such as http://192.0.2.2:4011; at least one
	local   bool     // only this machine reaches the port
}

// reachOf returns how a listener is reached: by its address, or by those of this machine when
// it has all of them; with --share also by the names that it answers to.
func reachOf(l net.Listener, opt *options) reach {
	at := l.Addr().(*net.TCPAddr).AddrPort()
	addresses := []netip.Addr{at.Addr().Unmap()}
	if addresses[0].IsUnspecified() {
		addresses = machineAddresses(addresses[0].Is4())
	}
	if len(addresses) == 0 { // it has no network now
		addresses = []netip.Addr{netip.AddrFrom4([4]byte{127, 0, 0, 1})}
	}
	r := reach{port: int(at.Port()), local: addresses[0].IsLoopback()}
	for _, a := range addresses {
		r.origins = append(r.origins, originOf(a.String(), r.port))
	}
	if !opt.share {
		return r
	}
	for _, name := range opt.hosts {
		origin := originOf(name, r.port)
		if u, err := url.Parse(opt.baseURL); err == nil && u.Hostname() == name {
			origin = u.Scheme + "://" + u.Host // what forwards to this port has another
		}
		r.origins = append(r.origins, origin)
	}
	return r
}

func originOf(host string, port int) string {
	return "http://" + net.JoinHostPort(host, strconv.Itoa(port))
}

// machineAddresses returns an address of this machine in each of its networks, or in each with
// addresses of version 4. Addresses that others cannot reach are left out: loopback, and
// those of a single link, which a URL cannot name.
func machineAddresses(only4 bool) []netip.Addr {
	interfaces, err := net.Interfaces()
	if err != nil {
		return nil
	}
	var list []netip.Addr
	var networks []netip.Prefix
	for _, i := range interfaces {
		addresses, err := i.Addrs()
		if err != nil || i.Flags&net.FlagUp == 0 {
			continue
		}
		for _, a := range addresses {
			p, err := netip.ParsePrefix(a.String())
			ip := p.Addr()
			if err != nil || !ip.IsGlobalUnicast() || only4 && !ip.Is4() || slices.Contains(networks, p.Masked()) {
				continue
			}
			list, networks = append(list, ip), append(networks, p.Masked())
		}
	}
	return list
}

// links returns the links to the first page of a site, with the token that visitors need.
func (r reach) links(base, token string) []string {
	var list []string
	for _, origin := range r.origins {
		link := origin + base + "/"
		if token != "" {
			link += "?sleutel=" + url.QueryEscape(token)
		}
		list = append(list, link)
	}
	return list
}

// list is a flag that may be given more than once.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

func (l *list) Type() string { return "list" }

func (l *list) Set(s string) error {
	*l = append(*l, strings.ToLower(s))
	return nil
}

var (
	sayBadAddr   = phrase{"--addr %s is geen adres; schrijf bijvoorbeeld 127.0.0.1:4011", "--addr %s is not an address; write, for instance, 127.0.0.1:4011"}
	sayBadHost   = phrase{"--host %q is geen naam van een computer; schrijf alleen de naam, zoals preview.example.nl", "--host %q is not a host name; write the name alone, as in preview.example.nl"}
	sayShare     = phrase{"--addr %s is ook voor anderen te bereiken; geef --share erbij, dan krijgt u een link met een sleutel voor een collega", "--addr %s can be reached by others too; add --share to get a link with a key for a colleague"}
	sayPortTaken = phrase{"op %s luistert al een ander programma; sluit dat, of kies een andere poort, zoals --addr 127.0.0.1:0 (%v)", "another program is already listening on %s; close it, or choose another port, as in --addr 127.0.0.1:0 (%v)"}
	sayOnlyHere  = phrase{
		"Alleen deze computer kan bij %s. Voor een collega op hetzelfde netwerk: start opnieuw met --addr 0.0.0.0:%d. Voor een collega elders: laat een tunnel naar dit adres wijzen, noem met --host de naam van die tunnel, en geef de sleutel mee achter het adres.",
		"Only this machine can reach %s. For a colleague on the same network: start again with --addr 0.0.0.0:%d. For one elsewhere: point a tunnel at this address, name that of the tunnel with --host, and put the key behind its address.",
	}
)

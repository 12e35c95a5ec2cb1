# Varnish (6 or later) in front of Imprimatur. Start it with -p http_gzip_support=off: the product compresses better than
# Varnish would, and Varnish then keeps each form as it is. What is marked CHANGE is yours.
vcl 4.1;

import std;

backend default {
    .host = "127.0.0.1"; # CHANGE
    .port = "3000"; # CHANGE
    .connect_timeout = 2s;
    .first_byte_timeout = 90s;
    .probe = {
        .url = "/robots.txt";
        .interval = 2s;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

sub vcl_recv {
    # The desk, its doors and its stream: never kept, never held back.
    if (req.url ~ "^/(desk|api|sign-in|invite|_next|icon\.svg)(/|\?|$)") {
        return (pipe);
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Nothing of a reader changes a page, but how it is packed; the query is what a search is, and nothing else.
    unset req.http.Cookie;
    unset req.http.Authorization;
    if (req.url !~ "^/search\?") {
        set req.url = regsub(req.url, "\?.*$", "");
    }
    if (req.http.Accept-Encoding ~ "(?i)(^|[\s,])br(\s*;\s*q=(1|0?\.\d*[1-9]))?\s*(,|$)") {
        set req.http.Accept-Encoding = "br";
    } else if (req.http.Accept-Encoding ~ "(?i)(^|[\s,])gzip(\s*;\s*q=(1|0?\.\d*[1-9]))?\s*(,|$)") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    # While the product is there nothing old is shown; while it is away, the last good page, for a day at most.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 0s;
    }
    return (hash);
}

# The site is one, whatever name it was asked by: no Host makes a second copy, or another's.
sub vcl_hash {
    hash_data(req.url);
    return (lookup);
}

sub vcl_backend_response {
    if (beresp.status >= 500) {
        # An answer that is kept is better than this one.
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        return (deliver);
    }
    # A page is believed for one second, then asked about (304, if it is the same).
    set beresp.ttl = 1s;
    set beresp.grace = 24h;
    set beresp.keep = 24h;
}

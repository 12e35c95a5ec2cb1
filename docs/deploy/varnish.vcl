# Varnish (6 or later) in front of Imprimatur, which is told by PURGE_CACHES where to find it. Start it with
# -p http_gzip_support=off: the product compresses better than Varnish would, and Varnish then keeps each form as it is.
# What is marked CHANGE is yours.
vcl 4.1;

import purge;
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

# CHANGE: where the product is.
acl product {
    "127.0.0.1";
}

sub vcl_recv {
    # What is published or retracted is forgotten at once, in all its forms.
    if (req.method == "PURGE") {
        if (client.ip !~ product) {
            return (synth(403));
        }
        return (hash);
    }
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
    # Who would rather have a form for programs than the page is answered by the product alone.
    if (req.http.Accept ~ "(?i)(application/(\*|json|x-bibtex|x-research-info-systems|vnd\.citationstyles\.csl\+json)|text/markdown)") {
        return (pass);
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

# Forgotten, but kept for the time that the product is away.
sub vcl_hit {
    if (req.method == "PURGE") {
        purge.soft(0s);
        return (synth(200));
    }
}

sub vcl_miss {
    if (req.method == "PURGE") {
        # What is older than its time may be kept too.
        if (purge.soft(0s) > 0) {
            return (synth(200));
        }
        return (synth(404));
    }
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
    if (beresp.http.Cache-Control ~ "(?i)(private|no-store)") {
        set beresp.uncacheable = true;
        return (deliver);
    }
    # Should purging fail: a page is believed for one second, then asked about (304, if it is the same).
    set beresp.ttl = 1s;
    set beresp.grace = 24h;
    set beresp.keep = 24h;
}

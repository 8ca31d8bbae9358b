package io.github.camelvtiger;

import io.github.camelvtiger.names.NearestNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of options that do not exist. Their values are not shown: what is misspelt may be a secret. */
final class UnknownOptions {

    static final List<String> SECRETS = List.of("accessKey", "proxyAuthPassword");

    private static final Pattern OF_A_SECRET = Pattern.compile("key|passw|pasw|secret|token");

    private UnknownOptions() {}

    static boolean mayBeSecret(String name) {
        String plain = plain(name);
        return OF_A_SECRET.matcher(plain).find()
                || SECRETS.stream().anyMatch(secret -> NearestNames.distance(plain, plain(secret)) <= 3);
    }

    static String sentence(Collection<String> unknown, Collection<String> known) {
        return unknown.stream()
                .sorted()
                .map(name -> "There is no option " + name + "; did you mean " + nearest(name, known) + "?")
                .collect(Collectors.joining(" "));
    }

    private static String nearest(String unknown, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> NearestNames.distance(plain(unknown), plain(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}

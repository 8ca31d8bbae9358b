package io.github.camelvtiger.simulator.client;

import java.util.regex.Pattern;

/** Takes out of a text what belongs to no user business: the values of sessions, tokens, keys and passwords. */
public final class SecretMask {

    private static final Pattern SECRETS = Pattern.compile(
            "(?i)(\"?(?:sessionName|token|accesskey|user_password|confirm_password|PHPSESSID)\"?\\s*[:=]\\s*\"?)[^\"&,;}\\s]+");

    private SecretMask() {}

    public static String masked(String text) {
        return SECRETS.matcher(text).replaceAll("$1***");
    }
}

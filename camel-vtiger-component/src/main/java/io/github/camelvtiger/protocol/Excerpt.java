package io.github.camelvtiger.protocol;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The beginning of an unusable answer as a message may carry it: one short line, without what looks like a secret. */
final class Excerpt {

    private static final int LENGTH = 160;
    private static final int READ = 4096;
    private static final Pattern MARKUP = Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1>|<[^>]*>");
    private static final Pattern NAMED_SECRET =
            Pattern.compile("(?i)(session\\w*|access_?key|password|token)(\\W{1,5})[\\w.+/-]+");
    private static final Pattern LONG_CODE = Pattern.compile("\\b(?=\\w*\\d)\\w{12,}\\b");

    private Excerpt() {}

    static String of(byte[] body, ServerText texts) {
        String text = new String(body, 0, Math.min(body.length, READ), StandardCharsets.UTF_8);
        text = MARKUP.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
        text = NAMED_SECRET.matcher(text).replaceAll("$1$2***");
        text = LONG_CODE.matcher(texts.clean(text)).replaceAll("***");
        return text.substring(0, Math.min(LENGTH, text.length()));
    }
}

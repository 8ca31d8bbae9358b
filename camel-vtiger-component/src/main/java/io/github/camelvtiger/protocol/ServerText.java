package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.ClientSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes what a server says fit for messages and logs: one line, not too long, and without the secrets that were sent to
 * it, which servers and proxies like to repeat.
 */
final class ServerText {

    private static final int LONGEST = 500;

    /** Anything shorter would blacken ordinary words. */
    private static final int SHORTEST_SECRET = 4;

    /** Control characters, other line ends, and marks that turn the direction of what follows. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\s\\u0085\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]+");

    private final List<String> secrets;

    private ServerText(List<String> secrets) {
        this.secrets = secrets;
    }

    static ServerText of(ClientSettings settings) {
        ServerText text = new ServerText(List.of()).with(settings.accessKey());
        ClientSettings.Proxy proxy = settings.proxy();
        if (proxy == null || proxy.password() == null) {
            return text;
        }
        String header = proxy.username() + ":" + proxy.password();
        return text.with(proxy.password())
                .with(Base64.getEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same for the answer to a call that carried one more secret. */
    ServerText with(Object secret) {
        if (secret == null || secret.toString().length() < SHORTEST_SECRET) {
            return this;
        }
        List<String> more = new ArrayList<>(secrets);
        more.add(secret.toString());
        more.add(URLEncoder.encode(secret.toString(), StandardCharsets.UTF_8));
        return new ServerText(more);
    }

    String clean(String said) {
        String text = masked(INVISIBLE.matcher(said).replaceAll(" ").strip());
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private String masked(String said) {
        String text = said;
        for (String secret : secrets) {
            text = Pattern.compile(Pattern.quote(secret), Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .replaceAll("***");
        }
        return text;
    }
}

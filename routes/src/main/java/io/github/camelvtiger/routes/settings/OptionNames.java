package io.github.camelvtiger.routes.settings;

import java.util.Map;
import java.util.regex.Pattern;

/** Puts the settings of the application in the place of the component's options, which its sentences name. */
public final class OptionNames {

    private static final Map<String, String> SETTINGS = Map.of(
            "url", "vtiger.url",
            "username", "vtiger.username",
            "accessKey", "vtiger.access-key",
            "protocol", "vtiger.protocol",
            "cursorDirectory", "cursor.directory",
            "cursorRepository", "cursor.jdbc.url",
            "delay", "poll.delay");

    /** Both "the option url" and "the url option". */
    private static final Pattern OPTION =
            Pattern.compile("\\b(?<setting>set the )?option (?<name>NAMES)\\b|(?<![\\w.])(?<first>NAMES) option\\b"
                    .replace("NAMES", String.join("|", SETTINGS.keySet())));

    /** Of a feed, which the file of its sync sets. */
    private static final Pattern BEGINNING = Pattern.compile("the option startFrom\\b");

    private OptionNames() {}

    public static String toSettings(String sentence) {
        if (!sentence.contains("option")) {
            return sentence;
        }
        return OPTION.matcher(BEGINNING.matcher(sentence).replaceAll("the key start of the sync file"))
                .replaceAll(found -> found.group(3) != null
                        ? SETTINGS.get(found.group(3)) + " setting"
                        : (found.group(1) == null ? "setting " : "set ") + SETTINGS.get(found.group(2)));
    }
}

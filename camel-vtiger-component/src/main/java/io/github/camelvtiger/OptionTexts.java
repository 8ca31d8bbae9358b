package io.github.camelvtiger;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;

/**
 * The texts of an endpoint's options before Camel binds them: it would take {@code delay=often} for no delay at all, and
 * refuse {@code onAltered=shout} with the name of a Java class instead of the values that are allowed.
 */
final class OptionTexts {

    private static final Set<String> DURATIONS = Set.of(
            "connectTimeout",
            "responseTimeout",
            "delay",
            "initialDelay",
            "verifyDelay",
            "deletedCheckPeriod",
            "sweepPeriod");

    private static final Pattern CAMELS_FORM =
            Pattern.compile("\\d{1,18}|(?=\\d)(\\d{1,9}d)?(\\d{1,9}h)?(\\d{1,9}m)?(\\d{1,9}s)?(\\d{1,9}ms)?");

    private final PropertyConfigurerGetter options;

    OptionTexts(PropertyConfigurerGetter options) {
        this.options = options;
    }

    /**
     * ISO durations become milliseconds.
     *
     * @throws IllegalArgumentException naming the option, its value and what is allowed
     */
    void check(Map<String, Object> parameters) {
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            String option = StringHelper.dashToCamelCase(parameter.getKey());
            String text =
                    parameter.getValue() == null ? "" : parameter.getValue().toString();
            if (text.startsWith("#")) {
                continue;
            }
            Class<?> type = options.getOptionType(option, true);
            if (DURATIONS.contains(option)) {
                parameter.setValue(duration(option, text));
            } else if (type != null && type.isEnum()) {
                requireConstant(option, text, type.getEnumConstants());
            }
        }
    }

    private static String duration(String option, String text) {
        if (CAMELS_FORM.matcher(text).matches()) {
            return text;
        }
        return iso(text)
                .orElseThrow(() -> new IllegalArgumentException("The option " + option + "=" + text
                        + " is not a duration; write milliseconds, 30s, 1h30m or PT30S."));
    }

    private static Optional<String> iso(String text) {
        try {
            Duration duration = Duration.parse(text);
            return duration.isNegative() ? Optional.empty() : Optional.of(String.valueOf(duration.toMillis()));
        } catch (DateTimeException | ArithmeticException notIso) {
            return Optional.empty();
        }
    }

    private static void requireConstant(String option, String text, Object[] constants) {
        if (Arrays.stream(constants)
                .noneMatch(constant -> plain(constant.toString()).equals(plain(text)))) {
            throw new IllegalArgumentException("The option " + option + "=" + text + " is not one of its values; use "
                    + Arrays.stream(constants)
                            .map(constant -> asWritten(constant.toString()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static String asWritten(String constant) {
        return constant.equals(constant.toUpperCase(Locale.ROOT)) ? constant.toLowerCase(Locale.ROOT) : constant;
    }
}

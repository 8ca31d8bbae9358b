package io.github.camelvtiger;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;

/**
 * The texts of options before Camel binds them: it would take {@code delay=often} for no delay at all,
 * {@code requestsPerMinute=few} for no limit, and refuse {@code onAltered=shout} with the name of a Java class instead of the
 * values that are allowed.
 */
final class OptionTexts {

    private static final Set<String> DURATIONS = Set.of(
            "connectTimeout",
            "responseTimeout",
            "maxRetryAfter",
            "delay",
            "initialDelay",
            "verifyDelay",
            "deletedCheckPeriod",
            "sweepPeriod");

    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(long.class, Long.class);
    private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class);
    private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);
    private static final Set<Class<?>> DECIMALS = Set.of(double.class, Double.class);

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
        parameters.replaceAll(this::checked);
    }

    /**
     * The value to be bound.
     *
     * @param name in any case, with dashes or without, as Camel takes it
     * @throws IllegalArgumentException naming the option, its value and what is allowed
     */
    Object checked(String name, Object value) {
        String option = StringHelper.dashToCamelCase(name);
        String text = Objects.toString(value, "");
        if (text.startsWith("#")) {
            return value;
        }
        Optional<String> duration =
                DURATIONS.stream().filter(option::equalsIgnoreCase).findFirst();
        if (duration.isPresent()) {
            return duration(duration.get(), text);
        }
        Class<?> type = options.getOptionType(option, true);
        if (type == null) {
            return value;
        }
        if (type.isEnum()) {
            return constant(option, text, type.getEnumConstants());
        } else if (BOOLEANS.contains(type) && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("The option " + option + "=" + text + " is neither true nor false.");
        } else if (INTEGERS.contains(type)) {
            requireNumber(
                    option, text, "a whole number up to " + Integer.MAX_VALUE + "; write digits", Integer::parseInt);
        } else if (WHOLE_NUMBERS.contains(type)) {
            requireNumber(option, text, "a whole number; write digits", Long::parseLong);
        } else if (DECIMALS.contains(type)) {
            requireNumber(option, text, "a number; write it like 0.2", Double::parseDouble);
        }
        return value;
    }

    private static void requireNumber(String option, String text, String wanted, Consumer<String> parsing) {
        try {
            parsing.accept(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("The option " + option + "=" + text + " is not " + wanted + ".");
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

    private static Object constant(String option, String text, Object[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> means(text, constant.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The option " + option + "=" + text
                        + " is not one of its values; use "
                        + Arrays.stream(constants)
                                .map(constant -> asWritten(constant.toString()))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    /** As Camel takes it: {@code IN_ONLY}, {@code in-only} and {@code inOnly} in any case, but not {@code INON-LY}. */
    private static boolean means(String text, String constant) {
        String dashed = StringHelper.camelCaseToDash(text);
        return text.equalsIgnoreCase(constant)
                || dashed.replace('-', '_').equalsIgnoreCase(constant)
                || dashed.equalsIgnoreCase(StringHelper.camelCaseToDash(constant));
    }

    private static String asWritten(String constant) {
        return constant.equals(constant.toUpperCase(Locale.ROOT)) ? constant.toLowerCase(Locale.ROOT) : constant;
    }
}

package io.github.camelvtiger.routes.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes of a look at all settings, before anything is started.
 *
 * @param faults what must be put right before the application can start
 * @param warnings sentences about what was probably meant otherwise
 * @param values the sound values, in the form in which they are used
 */
public record SettingsInspection(List<SettingFault> faults, List<String> warnings, Map<String, String> values) {

    /** What must be put right, a sentence each. */
    public List<String> sentences() {
        return faults.stream().map(SettingFault::sentence).toList();
    }

    /** @param once whether the application runs with {@code --once}, where no cluster is joined */
    public static SettingsInspection of(SettingsSource source, boolean once) {
        KnownSettings known = new KnownSettings(source.names());
        List<SettingFault> faults = new ArrayList<>();
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> sound = new LinkedHashMap<>();
        for (Setting setting : known.all()) {
            Optional<String> value = value(setting, source, faults);
            value.ifPresent(text -> given.put(setting.name(), text));
            value.filter(text -> isSound(setting, text, source, faults))
                    .ifPresent(text -> sound.put(setting.name(), setting.normal(text)));
        }
        SettingNames names = new SettingNames(source.names(), known);
        RequiredSettings required = new RequiredSettings(given, once);
        faults.addAll(names.faults());
        faults.addAll(required.faults());
        tooOften(sound, given).ifPresent(faults::add);
        List<String> warnings = new ArrayList<>(names.warnings());
        warnings.addAll(required.warnings());
        return new SettingsInspection(List.copyOf(faults), List.copyOf(warnings), Map.copyOf(sound));
    }

    private static Optional<String> value(Setting setting, SettingsSource source, List<SettingFault> faults) {
        try {
            return source.value(setting.name());
        } catch (IllegalArgumentException e) {
            faults.add(new SettingFault(
                    setting.name(),
                    "The setting " + setting.name()
                            + " holds a placeholder that cannot be resolved; set what it names, or write a value."));
            return Optional.empty();
        }
    }

    private static boolean isSound(Setting setting, String value, SettingsSource source, List<SettingFault> faults) {
        Optional<String> fault = setting.fault(value);
        fault.map(sentence -> sentence
                        + source.variable(setting.name())
                                .map(variable -> " It comes from the environment variable " + variable + ".")
                                .orElse(""))
                .ifPresent(sentence -> faults.add(new SettingFault(setting.name(), sentence)));
        return fault.isEmpty();
    }

    private static Optional<SettingFault> tooOften(Map<String, String> sound, Map<String, String> given) {
        Duration delay = millis(sound.get("poll.delay"));
        Duration minimum = millis(sound.get("poll.minimum"));
        if (delay == null || minimum == null || delay.compareTo(minimum) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new SettingFault(
                "poll.delay",
                "The setting poll.delay is '" + given.get("poll.delay") + "', which is less than poll.minimum ("
                        + given.get("poll.minimum")
                        + "); make it longer, or lower poll.minimum if the CRM can take it."));
    }

    private static Duration millis(String text) {
        return text == null || text.isEmpty()
                ? null
                : DurationText.parse(text, ChronoUnit.MILLIS).orElseThrow();
    }
}

package io.github.camelvtiger.routes.settings;

import java.util.List;

/** The application cannot start as it is set. */
public final class RefusedSettingsException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final List<String> faults;

    /** @param faults a sentence each */
    public RefusedSettingsException(List<String> faults) {
        super(String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}

package io.github.camelvtiger.routes.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/** What may be the API name of a module; whether the CRM has it is asked later. */
final class ModuleName implements Check {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    @Override
    public Optional<String> fault(String value) {
        return NAME.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("which is not the API name of a module; write for example Contacts or SalesOrder");
    }
}

package io.github.camelvtiger.routes.sync.message;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Target;

/** What the target of a sync says of its messages. */
record MessageForm(Target.Uri to) {

    private boolean isCsv() {
        return to.format().kind().orElse(Format.Kind.JSON) == Format.Kind.CSV;
    }

    String contentType() {
        return isCsv() ? "text/csv; charset=UTF-8" : "application/json; charset=UTF-8";
    }

    String extension() {
        return isCsv() ? "csv" : "json";
    }

    /** Whether the address has an option, which is then not to be set for each message. */
    boolean hasOption(String name) {
        return to.uri().options().contains(name);
    }
}

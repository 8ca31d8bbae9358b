package io.github.camelvtiger.routes.sync.draft;

import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.Optional;

/**
 * Which field a column probably is.
 *
 * @param field empty if none is like it
 */
record ColumnGuess(String column, Optional<Field> field, Certainty certainty) {

    enum Certainty {
        /** The column is called as the field is, or as its label. */
        SURE("sure"),
        /** Exports of another system call the field so. */
        LIKELY("likely, as other systems call it so"),
        /** The names are alike. */
        GUESS("a guess, the names are alike; check it"),
        NONE("no field is like it");

        private final String text;

        Certainty(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}

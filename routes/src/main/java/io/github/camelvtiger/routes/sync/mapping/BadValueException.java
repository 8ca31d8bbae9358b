package io.github.camelvtiger.routes.sync.mapping;

/** A value that a field cannot have. The message is a sentence that names the field, shows the value and says what to do. */
final class BadValueException extends Exception {

    private static final long serialVersionUID = 1L;

    BadValueException(String sentence) {
        super(sentence);
    }

    /** @param problem continues "The value 'x' of field " */
    static BadValueException of(String field, Object value, String problem) {
        return new BadValueException("The value " + Words.shown(value) + " of " + field + " " + problem + ".");
    }
}

package io.github.camelvtiger.simulator.vtql;

/** Kinds of words by the names that the server's messages use. */
enum TokenType {
    SELECT,
    FRM,
    COLUMNNAME,
    ASTERISK,
    COUNT,
    PARENOPEN,
    PARENCLOSE,
    COMMA,
    TABLENAME,
    WHERE,
    LOGICAL_AND,
    LOGICAL_OR,
    VALUE,
    EQ,
    LT,
    GT,
    LTE,
    GTE,
    NE,
    IN,
    LIKE,
    NOTLIKE,
    ORDERBY,
    ASC,
    DESC,
    LIMIT,
    SEMICOLON,
    UNKNOWN,
    END;

    /** The name in a message. */
    String label() {
        return switch (this) {
            case UNKNOWN -> "Unknown";
            case END -> "End of Input";
            default -> name();
        };
    }
}

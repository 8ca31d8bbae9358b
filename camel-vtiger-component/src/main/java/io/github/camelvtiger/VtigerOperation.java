package io.github.camelvtiger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an endpoint does. Upper snake case, because Camel then accepts {@code listTypes} and {@code list-types}. */
public enum VtigerOperation {
    CREATE(Side.PRODUCER),
    RETRIEVE(Side.PRODUCER),
    UPDATE(Side.PRODUCER),
    REVISE(Side.PRODUCER),
    DELETE(Side.PRODUCER),
    UPSERT(Side.PRODUCER),
    QUERY(Side.BOTH),
    COUNT(Side.PRODUCER),
    EXPORT(Side.PRODUCER),
    ME(Side.PRODUCER),
    LIST_TYPES(Side.PRODUCER),
    DESCRIBE(Side.PRODUCER),
    JSON_SCHEMA(Side.PRODUCER),
    RELATED_TYPES(Side.PRODUCER),
    RETRIEVE_RELATED(Side.PRODUCER),
    QUERY_RELATED(Side.PRODUCER),
    ADD_RELATED(Side.PRODUCER),
    DELETE_RELATED(Side.PRODUCER),
    LOOKUP(Side.PRODUCER),
    SYNC(Side.PRODUCER),
    CONVERT_LEAD(Side.PRODUCER),
    UPLOAD(Side.PRODUCER),
    DOWNLOAD(Side.PRODUCER),
    REQUEST(Side.PRODUCER),
    ACTIONS(Side.PRODUCER),
    RUN(Side.PRODUCER),
    CONNECTIONS(Side.PRODUCER),
    CHANGES(Side.CONSUMER),
    WEBHOOK(Side.CONSUMER);

    private final Side side;

    VtigerOperation(Side side) {
        this.side = side;
    }

    private enum Side {
        PRODUCER,
        CONSUMER,
        BOTH
    }

    public boolean isProducer() {
        return side != Side.CONSUMER;
    }

    public boolean isConsumer() {
        return side != Side.PRODUCER;
    }

    /** Whether it changes records. */
    public boolean writes() {
        return switch (this) {
            case CREATE, UPDATE, REVISE, DELETE, UPSERT, ADD_RELATED, DELETE_RELATED, CONVERT_LEAD, UPLOAD -> true;
            default -> false;
        };
    }

    /** The name as it is in a URI: {@code listTypes}. */
    public String uriName() {
        StringBuilder name = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** By the name in a URI, in any spelling that Camel accepts for an enum. */
    public static Optional<VtigerOperation> find(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(operation -> plain(operation.name()).equals(plain))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}

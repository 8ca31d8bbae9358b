package io.github.camelvtiger.routes.sync.message;

import io.github.camelvtiger.routes.sync.rows.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message of an endpoint, as rows.
 *
 * @param id the same each time the message is delivered
 * @param sent when it was sent, if the endpoint says so
 * @param rows numbered from 1; one with a fault if the message cannot be understood
 */
public record IncomingMessage(String id, Optional<Instant> sent, List<Row> rows) {

    /** The journal and the rejects have so many characters for a place. */
    private static final int LONGEST = 300;

    public IncomingMessage {
        rows = List.copyOf(rows);
    }

    /** Its id in logs and places; of one that is too long, or has line breaks and the like, the digest. */
    public String name() {
        return id.length() > LONGEST || id.chars().anyMatch(Character::isISOControl) ? Digests.sha256(id) : id;
    }

    /**
     * Where a person, and a later delivery of the message, finds a row of it.
     *
     * @param module of the target; empty unless a row becomes records of several
     */
    public String place(Row row, Optional<String> module) {
        return "message " + name()
                + (rows.size() > 1 ? ", object " + row.number() : "")
                + module.map(name -> ", " + name).orElse("");
    }
}

package io.github.camelvtiger.routes.sync.definition;

import java.util.Optional;

/** How much a run, or a feed within one clock hour, may change; empty is any number. */
public record Limits(Optional<Limit> changes, Optional<Limit> deletes) {

    /** Nothing is limited. */
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

    /**
     * A number of records, or a share of the target module's records.
     *
     * @param amount the number, or the percentage
     * @param share whether it is a percentage
     */
    public record Limit(double amount, boolean share) {

        /** The number of records that may be changed in a module that has so many. */
        public long of(long records) {
            return share ? (long) Math.floor(records * amount / 100) : (long) amount;
        }
    }
}

package io.github.camelvtiger.routes.sync.verify;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** The records of a module as a target has them. Of records of which it knows that they were deleted, it has none. */
public interface Comparison {

    /**
     * How some records differ from what the target has of them.
     *
     * @param records as the CRM has them
     * @return none for a record that is the same
     */
    List<Difference> compare(List<Map<String, Object>> records);

    /**
     * The ids of the records that the target has, of those whose numbers are in a range.
     *
     * @param after the number before the range
     * @param upTo its last number; empty for a range without an end
     */
    List<String> ids(long after, OptionalLong upTo);

    /** Which of some records the target has. */
    Set<String> present(Collection<String> ids);

    /** Gives the id of each record that the target has. */
    void eachId(Consumer<String> id);

    /** Whether the target has not got all yet that was there before it. */
    boolean isFilling();

    /** The target was seen to be as the CRM was until a time of the CRM. */
    void verified(Instant until);
}

package io.github.camelvtiger.routes.sync.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The records of a module as a target has them. */
public interface Comparison {

    /**
     * How some records differ from what the target has of them.
     *
     * @param records as the CRM has them
     * @return none for a record that is the same
     */
    List<Difference> compare(List<Map<String, Object>> records);

    /** The ids of all records that the target has, without those of which it knows that they were deleted. */
    List<String> ids();

    /** The target was seen to be as the CRM was until a time of the CRM. */
    void verified(Instant until);
}

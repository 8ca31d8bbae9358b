package io.github.camelvtiger.routes.sync.verify;

import io.github.camelvtiger.client.RecordId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of comparing a module.
 *
 * @param records how many records of the CRM were compared
 * @param differences in the order of the ids
 * @param repaired how many of them were put right
 * @param moving how many records were changed meanwhile, or since the target was last written, so that nothing can be said of them
 * @param until the time of the CRM until which the target is proven to be the same; empty if it is not, or not all was compared
 * @param failure why it could not be compared; empty if it was
 */
public record VerifiedModule(
        String module,
        long records,
        List<Difference> differences,
        long repaired,
        long moving,
        Optional<Instant> until,
        Optional<String> failure) {

    public VerifiedModule {
        differences = differences.stream()
                .sorted(Comparator.comparing(difference -> RecordId.parse(difference.id())))
                .toList();
    }

    static VerifiedModule failed(String module, String sentence) {
        return new VerifiedModule(module, 0, List.of(), 0, 0, Optional.empty(), Optional.of(sentence));
    }

    /** Whether nothing differs any more. */
    public boolean isSound() {
        return failure.isEmpty() && differences.size() == repaired;
    }

    @Override
    public String toString() {
        if (failure.isPresent()) {
            return module + ": " + failure.get();
        }
        String found = differences.isEmpty()
                ? "none differs"
                : differences.size() + (differences.size() == 1 ? " differs" : " differ");
        return module + ": of " + records + (records == 1 ? " record " : " records ") + found
                + (repaired == 0 ? "" : ", " + repaired + " put right")
                + (moving == 0 ? "" : ", " + moving + " on the way")
                + until.map(time -> "; verified until " + time.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("");
    }
}

package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.value.FieldText;
import io.github.camelvtiger.simulator.value.PhpDateTime;
import io.github.camelvtiger.simulator.value.SentElement;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** After the save of an activity PHP reads when it starts, and fails if it cannot; the record is saved by then. */
final class ActivityStart {

    private final String text;

    /** @param stored the texts of the activity by field */
    ActivityStart(UnaryOperator<String> stored, SentElement element, CrmUser user) {
        String date = "date_start";
        // The date before the column made one of it that the calendar has.
        text = (element.has(date) ? FieldText.date(element.text(date), user) : stored.apply(date))
                + " "
                + stored.apply("time_start");
    }

    boolean readable() {
        return text.isBlank() || PhpDateTime.read(text, LocalDate.EPOCH).isPresent();
    }

    /** @throws WebserviceException if PHP cannot read it */
    void check() {
        if (!readable()) {
            throw new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request")
                    .because("the record is saved, but its start " + text + " is not a time");
        }
    }
}

package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.RestrictedFile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommentTest {

    private static final String BEFORE = "2026-11-24 12:00:00";
    private static final String AFTER = "2026-11-24 12:01:00";

    private final FreshCrm crm = new FreshCrm();
    private final String contact = crm.created("Contacts", Map.of("lastname", "L"));

    @BeforeEach
    void aMinuteLater() {
        crm.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void aCommentMovesTheTimeOfTheRecordItIsOn() {
        crm.as("sales1").created("ModComments", Map.of("commentcontent", "c", "related_to", contact));
        assertThat(crm.retrieve(contact)).containsEntry("modifiedtime", AFTER).containsEntry("modifiedby", "19x6");
    }

    @Test
    void aChangedOrDeletedCommentDoesNot() {
        String comment = crm.created("ModComments", Map.of("commentcontent", "c", "related_to", contact));
        crm.clock.advance(Duration.ofMinutes(1));
        crm.revise(comment, Map.of("commentcontent", "d"));
        crm.delete(comment);
        assertThat(crm.retrieve(contact)).containsEntry("modifiedtime", AFTER);
    }

    @Test
    void anEventATaskAndATicketMoveNothing() {
        crm.created(
                "HelpDesk",
                Map.of("ticket_title", "T", "ticketpriorities", "Low", "ticketstatus", "Open", "contact_id", contact));
        crm.created(
                "Calendar",
                Map.of(
                        "subject", "T",
                        "date_start", "2026-12-01",
                        "time_start", "10:00",
                        "due_date", "2026-12-01",
                        "taskstatus", "Planned",
                        "activitytype", "Task",
                        "contact_id", contact));
        assertThat(crm.retrieve(contact)).containsEntry("modifiedtime", BEFORE);
    }

    @Test
    void aCommentOnADeletedRecordIsStoredAndAnError() {
        crm.delete(contact);
        assertFails(
                "INTERNAL_SERVER_ERROR",
                "Unknown Error while processing request",
                () -> crm.create("ModComments", Map.of("commentcontent", "c", "related_to", contact)));
        assertThat(crm.store.table("ModComments").live()).hasSize(1);
    }

    @Test
    void aCommentOnNothingIsStoredAndEndsTheScript() {
        assertThatThrownBy(() -> crm.create("ModComments", Map.of("commentcontent", "c", "related_to", "12x99999")))
                .isInstanceOf(RestrictedFile.class);
        assertThat(crm.store.table("ModComments").live()).hasSize(1);
    }
}

package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.crm.Capability;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** {@code sync}: the same assertions hold for any server that has it. */
@LiveSuite
class SyncContractTest {

    private static final DateTimeFormatter CRM_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final LiveCrm crm;

    SyncContractTest(LiveCrm crm) {
        this.crm = crm;
    }

    @Test
    void whatWasChangedAndDeletedSinceATimeIsReportedWithTheTimeToGoOnWith() {
        crm.requireCapability(Capability.SYNC);
        Map<?, ?> kept = crm.created("Contacts", Map.of("lastname", crm.mark()));
        String deleted = crm.create("Contacts", Map.of("lastname", "MARK"));
        assertThat(crm.call("vtiger:delete", deleted).getException()).isNull();
        Instant before =
                CRM_TIME.parse((String) kept.get("modifiedtime"), Instant::from).minusSeconds(1);

        Exchange synced = crm.call(
                "vtiger:sync/Contacts?syncType=application", null, Map.of(VtigerConstants.MODIFIED_TIME, before));

        assertThat(synced.getException()).isNull();
        assertThat(ids(synced, "updated")).contains((String) kept.get("id")).doesNotContain(deleted);
        assertThat(ids(synced, "deleted")).contains(deleted);
        assertThat(synced.getMessage().getHeader(VtigerConstants.MODIFIED_TIME, Instant.class))
                .isAfter(before);
    }

    private static List<String> ids(Exchange synced, String what) {
        List<?> entries = (List<?>) synced.getMessage().getBody(Map.class).get(what);
        return entries.stream()
                .map(entry -> entry instanceof Map<?, ?> record ? record.get("id") : entry)
                .map(String::valueOf)
                .toList();
    }
}

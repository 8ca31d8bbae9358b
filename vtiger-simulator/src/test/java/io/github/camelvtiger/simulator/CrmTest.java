package io.github.camelvtiger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.document.FileSavesByModule;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.MetadataLoader;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.seed.Seed;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.SaveGaps;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrmTest {

    private final Crm crm = crm();

    @Test
    void makesChangesAndDeletesRecordsWithoutHttp() {
        String id = crm.create("Contacts", Map.of("lastname", "Lovelace"));
        assertThat(crm.record(id)).hasValueSatisfying(record -> assertThat(record)
                .containsEntry("id", id)
                .containsEntry("lastname", "Lovelace")
                .containsEntry("assigned_user_id", "19x1")
                .containsEntry("modifiedtime", "2026-11-24 12:00:00"));
        crm.as("sales1").revise(id, Map.of("title", "Countess"));
        assertThat(crm.records("Contacts")).singleElement().satisfies(record -> assertThat(record)
                .containsEntry("title", "Countess")
                .containsEntry("modifiedby", "19x6"));
        crm.delete(id);
        assertThat(crm.record(id)).isEmpty();
        assertThat(crm.count("Contacts")).isZero();
    }

    @Test
    void isCheckedLikeTheApi() {
        assertThatThrownBy(() -> crm.create("Contacts", Map.of()))
                .isInstanceOf(WebserviceException.class)
                .hasMessage("lastname does not have a value");
    }

    private static Crm crm() {
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        CrmStore store = new CrmStore(new MetadataLoader().load(), Kinds::of);
        Seed.parse("empty").plant(store, noon, new Random(1));
        Records records = new Records(
                store, new RecordWriter(store, new ManualClock(noon), SaveGaps.NONE), new FileSavesByModule(store));
        return new Crm(store, records, store.user("admin").orElseThrow());
    }
}

package io.github.camelvtiger.routes.sync.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DroppedFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"leads.csv", "LEADS.CSV", "leads.xlsx", "leads", "part.csv"})
    void takesWhatWasDropped(String name) {
        assertThat(DroppedFiles.isDropped(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leads.csv.part",
                "leads.csv.filepart",
                "leads.TMP",
                ".leads.csv",
                "~$leads.xlsx",
                ".~lock.leads.csv#",
                "leads.csv~",
                "Thumbs.db",
                "leads.csv.crdownload",
                "leads.xlsx.uploading",
                ".writing-leads.jsonl"
            })
    void leavesWhatProgramsKeepBesideTheirFiles(String name) {
        assertThat(DroppedFiles.isDropped(name)).isFalse();
    }
}

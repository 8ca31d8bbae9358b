package io.github.camelvtiger.simulator.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReminderTest {

    @ParameterizedTest
    @CsvSource({
        "'',3600,61",
        "61,3600,61",
        "'',60,1",
        "'',5400,90",
        "'',90000,1501",
        "'','',0",
        "'',0,0",
        "0,'',''",
        "61,0,''"
    })
    void saves(String before, String sent, String stored) {
        assertThat(EventReminder.saved(before, sent)).isEqualTo(stored);
    }

    @Test
    void aWordCrashesTheServer() {
        assertThatThrownBy(() -> EventReminder.saved("", "soon")).isInstanceOf(ServerCrash.class);
    }
}

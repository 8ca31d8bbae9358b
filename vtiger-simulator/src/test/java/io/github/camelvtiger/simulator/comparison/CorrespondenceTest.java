package io.github.camelvtiger.simulator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CorrespondenceTest {

    private final Correspondence same = new Correspondence(Instant.parse("2026-03-15T10:00:00Z"), Duration.ofHours(1));

    @Test
    void anIdIsBoundToTheOneItIsFirstSeenWith() {
        assertThat(same.same("id", "12x5", "12x9")).isTrue();
        assertThat(same.same("id", "12x5", "12x9")).isTrue();
        assertThat(same.same("id", "12x5", "12x8")).isFalse();
        assertThat(same.same("id", "12x6", "12x9")).isFalse();
    }

    @Test
    void idsOfDifferentModulesDoNotCorrespond() {
        assertThat(same.same("id", "12x5", "11x5")).isFalse();
    }

    @Test
    void idsWithinATextCorrespondIfTheRestIsTheSame() {
        assertThat(same.same("ids", "12x5,12x6", "12x9,12x7")).isTrue();
        assertThat(same.same("ids", "12x5 and", "12x9 or")).isFalse();
    }

    @Test
    void theBareNumberOfARecordCorrespondsAsItsIdDoes() {
        same.same("id", "14x5", "14x9");

        assertThat(same.same("hdnProductId1", "5", "9")).isTrue();
        assertThat(same.same("quantity", "6", "9")).isFalse();
    }

    @Test
    void recordNumbersCorrespondInTheirFieldsOnly() {
        assertThat(same.same("contact_no", "CON1", "CON7")).isTrue();
        assertThat(same.same("contact_no", "CON2", "CON7")).isFalse();
        assertThat(same.same("lastname", "CON3", "CON4")).isFalse();
    }

    @Test
    void timesOfTheRunAreTheSameOnBothClocks() {
        assertThat(same.same("modifiedtime", "2026-03-15 10:00:05", "2026-03-15 11:00:07"))
                .isTrue();
        assertThat(same.same("modifiedtime", "2026-03-15 10:00:05", "2026-03-15 09:00:07"))
                .isFalse();
        assertThat(same.same("modifiedtime", "2020-01-01 00:00:00", "2020-01-02 00:00:00"))
                .isFalse();
    }
}

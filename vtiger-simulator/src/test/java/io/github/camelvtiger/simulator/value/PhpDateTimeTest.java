package io.github.camelvtiger.simulator.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As PHP 8.2's {@code strtotime} answers. */
class PhpDateTimeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "9:5,2026-11-24T09:05Z",
        "0930,2026-11-24T09:30Z",
        "9:05 PM,2026-11-24T21:05Z",
        "12:00 AM,2026-11-24T00:00Z",
        "12:30 p.m.,2026-11-24T12:30Z",
        "10 AM,2026-11-24T10:00Z",
        "24:00,2026-11-25T00:00Z",
        "10.30,2026-11-24T10:30Z",
        "10:30:00.5,2026-11-24T10:30Z",
        "10:00:60,2026-11-24T10:01Z",
        "noon,2026-11-24T12:00Z",
        "today 10:00,2026-11-24T10:00Z",
        "tomorrow,2026-11-25T00:00Z",
        "2027-02-03,2027-02-03T00:00Z",
        "2027-2-3 1:30 PM,2027-02-03T13:30Z",
        "03-02-2027 10:00,2027-02-03T10:00Z",
        "02/03/2027 10:00,2027-02-03T10:00Z",
        "3.2.2027,2027-02-03T00:00Z",
        "20270203,2027-02-03T00:00Z",
        "2027-02-30 10:00,2027-03-02T10:00Z",
        "2027-00-10,2026-12-10T00:00Z",
        "0000-00-00 10:00,-0001-11-30T10:00Z",
        "99-12-31,1999-12-31T00:00Z",
        "1-2-3,2001-02-03T00:00Z",
        "2027,2026-11-24T20:27Z",
        "10:00 2027,2027-11-24T10:00Z",
        "2027-02-03T10:00:00Z,2027-02-03T10:00Z",
        "2027-02-03T10:00:00Z abc,2027-02-03T10:00Z",
        "2027-02-03 -1:00,2027-02-03T00:00-01:00",
        "2027-02-03 10:00+0530,2027-02-03T10:00+05:30",
        "2027-02-03 10:00 EST,2027-02-03T10:00-05:00",
        "2027-02-03 x,2027-02-03T00:00-11:00",
        "2027-02-03 10:00 Asia/Kolkata,2027-02-03T10:00+05:30"
    })
    void read(String text, String time) {
        assertThat(PhpDateTime.read(text, TODAY).map(OffsetDateTime::toString)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "9",
                "930",
                "13:00 PM",
                "0:30 AM",
                "9:5 pm",
                "10:61",
                "10:00:75",
                "25:00",
                "10:00 10:00",
                "2027-02-03 2027-02-03",
                "2027-13-01",
                "2027-1-32",
                "3.2.2027--",
                "10:00 nowhere",
                "10:00 x y z"
            })
    void cannotBeRead(String text) {
        assertThat(PhpDateTime.read(text, TODAY)).isEmpty();
    }
}

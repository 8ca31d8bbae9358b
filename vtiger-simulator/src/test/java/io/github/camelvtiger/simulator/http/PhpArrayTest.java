package io.github.camelvtiger.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhpArrayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a[]=x&a[]=y                  | [\"x\",\"y\"]",
                "a[name]=x&a[]=y              | {\"name\":\"x\",\"0\":\"y\"}",
                "a[5]=x&a[]=y                 | {\"5\":\"x\",\"6\":\"y\"}",
                "a[0]=x&a[1]=y&a[0]=z         | [\"z\",\"y\"]",
                "a[b][]=x&a[b][]=y&a[c][d]=z  | {\"b\":[\"x\",\"y\"],\"c\":{\"d\":\"z\"}}",
                "a[b]=x&a[b][c]=y             | {\"b\":{\"c\":\"y\"}}",
                "a[b][c]=x&a[b]=y             | {\"b\":\"y\"}",
                "a[b]c[d]=x                   | {\"b\":\"x\"}",
                "a[b][c=x                     | {\"b\":\"x\"}"
            })
    void namesWithBracketsNest(String sent, String json) {
        assertThat(PhpParameters.ofQuery(sent).withArraysAsJson().texts()).containsEntry("a", json);
    }

    @Test
    void whatIsNestedTooDeepIsNotThere() {
        String deepest = "a" + "[]".repeat(64) + "=x";
        String deeper = "a" + "[]".repeat(100_000) + "=x";

        assertThat(PhpParameters.ofQuery(deepest).withArraysAsJson().texts().get("a"))
                .contains("x");
        assertThat(PhpParameters.ofQuery(deeper).withArraysAsJson().texts().get("a"))
                .doesNotContain("x");
    }
}

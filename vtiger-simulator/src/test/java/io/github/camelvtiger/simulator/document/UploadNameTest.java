package io.github.camelvtiger.simulator.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello.txt        | hello.txt",
                "a b\tc.txt       | a_b_c.txt",
                "a#b%c&d?e.txt    | a_b_c_d_e.txt",
                "x.php            | x.phpfile.txt",
                "x.PHP            | x.PHPfile.txt",
                "a.php.jpg        | a.phpfile.jpg.txt",
                "html             | htmlfile.txt",
                ".htaccess        | .htaccessfile.txt",
                "a<b>             | a<b",
                "a<b>.txt         | a<b>.txt",
                "über.txt         | über.txt"
            })
    void aFileIsKeptUnderAHarmlessName(String sent, String kept) {
        assertThat(UploadName.kept(sent)).isEqualTo(kept);
    }
}

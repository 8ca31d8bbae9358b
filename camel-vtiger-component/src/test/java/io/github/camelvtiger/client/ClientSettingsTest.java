package io.github.camelvtiger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "https://crm.example, https://crm.example/webservice.php, crm.example",
        "https://crm.example/, https://crm.example/webservice.php, crm.example",
        "https://crm.example/webservice.php, https://crm.example/webservice.php, crm.example",
        "http://crm.example:8080/vtiger, http://crm.example:8080/vtiger/webservice.php, crm.example:8080/vtiger",
        "http://crm.example:8080/vtiger//, http://crm.example:8080/vtiger/webservice.php, crm.example:8080/vtiger",
        "'  http://crm.example  ', http://crm.example/webservice.php, crm.example",
        "https://acme.od2.vtiger.com/restapi/v1/vtiger/default, https://acme.od2.vtiger.com/webservice.php, acme.od2.vtiger.com",
        "https://acme.od2.vtiger.com/restapi/v1/vtiger/default/, https://acme.od2.vtiger.com/webservice.php, acme.od2.vtiger.com",
        "http://crm.example/a/restapi/v1/vtiger/default/, http://crm.example/a/webservice.php, crm.example/a"
    })
    void allWaysToWriteAnAddressMeanTheSame(String url, String address, String crm) {
        ClientSettings settings = settings(url);
        assertThat(settings.address()).hasToString(address);
        assertThat(settings.restAddress()).hasToString(address.replace("webservice.php", "restapi/v1/vtiger/default/"));
        assertThat(settings.crm()).isEqualTo(crm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"crm.example", "ftp://crm.example", "http://joe:se-cret@crm.example", "http://joe:se cret@x"})
    void whatIsNoAddressIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(settings(url)::crm)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The option url")
                .hasMessageNotContaining("cret");
        assertThat(settings(url).toString()).doesNotContain("cret");
    }

    private static ClientSettings settings(String url) {
        return new ClientSettings(url, "admin", "key");
    }
}

package io.github.camelvtiger.routes.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreAddressTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.com/crm, jdbc:postgresql://db.example.com/crm",
        "jdbc:postgresql://db.example.com/crm?user=u&password=hidden, jdbc:postgresql://db.example.com/crm",
        "jdbc:postgresql://u:hidden@db.example.com/crm, jdbc:postgresql://db.example.com/crm",
        "jdbc:mysql://u:hid/den@h@db.example.com/crm, jdbc:mysql://db.example.com/crm",
        "jdbc:mysql://u:hid?den@db.example.com/crm, jdbc:mysql://...",
        "jdbc:postgresql://db.example.com/crm?password=hid@den, jdbc:postgresql://...",
        "'jdbc:mysql://(host=db,user=u,password=hidden)/crm', jdbc:mysql://(...)/crm"
    })
    void itsSecretsAreNotShown(String url, String shown) {
        StoreAddress address = new StoreAddress(url, Optional.empty(), Optional.empty());

        assertThat(address).hasToString(shown);
        assertThat(address.withoutSecrets("Cannot reach " + url)).isEqualTo("Cannot reach " + shown);
    }

    @Test
    void aDirectoryMayHaveAnyName() {
        assertThat(StoreAddress.files(Path.of("/home/me@work/data"), "crm"))
                .hasToString("jdbc:h2:file:/home/me@work/data/crm");
    }
}

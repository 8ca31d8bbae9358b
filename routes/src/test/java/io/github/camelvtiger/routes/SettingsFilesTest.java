package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {

    @TempDir
    private Path directory;

    @Test
    void areThoseOfTheWorkingDirectoryWhereNoneIsNamed() {
        assertThat(SettingsFiles.locations(Optional.empty(), Optional.empty()))
                .isEqualTo("file:application.properties;optional=true,classpath:application.properties");
    }

    @Test
    void theProfilesFileIsBesideTheUsersAndStronger() {
        assertThat(SettingsFiles.locations(Optional.of(directory.toString()), Optional.of("test")))
                .isEqualTo("file:" + directory + "/application-test.properties;optional=true,file:" + directory
                        + "/application.properties;optional=true,classpath:application.properties");
    }

    @Test
    void aDirectoryThatIsNotThereIsRefused() {
        Path none = directory.resolve("none");

        assertThatThrownBy(() -> SettingsFiles.locations(Optional.of(none.toString()), Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The environment variable VTIGER_ROUTES_CONF is '" + none
                        + "', which is not a directory; set it to the directory of application.properties.");
    }
}

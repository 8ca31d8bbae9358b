package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    private static final Path USERS_FILE = Path.of("../application.properties");

    @TempDir
    private Path directory;

    @Test
    void everySettingOfTheUsersFileIsRead() throws IOException {
        String application = sources() + settingsOfCamel();

        assertThat(settings(USERS_FILE)).isNotEmpty().allSatisfy((key, value) -> {
            // Of a data source the last part, since its name is the user's.
            String read = key.replaceFirst("^sql\\.[a-z]+(?=\\.)", "");
            assertThat(application).containsPattern("(\\{\\{|\")" + Pattern.quote(read) + "(:|}}|\")");
        });
    }

    @Test
    void theUsersFileTellsTheDefaults() throws IOException {
        Map<String, String> defaults = settings(Path.of("src/main/resources/application.properties"));

        settings(USERS_FILE).forEach((key, value) -> {
            if (defaults.containsKey(key)) {
                assertThat(value).as(key).isEqualTo(defaults.get(key).replace("{{data.directory}}", "data"));
            }
        });
    }

    @Test
    void theSettingsOfTheDebianPackageAreAmongThose() throws IOException {
        Map<String, String> ofThePackage = settings(Path.of("src/release/deb/application.properties"));

        assertThat(ofThePackage).containsKey("vtiger.url");
        assertThat(settings(USERS_FILE)).containsKeys(ofThePackage.keySet().toArray(String[]::new));
    }

    @Test
    void aSettingOfTheUsersFileBeatsTheDefaultAndOneOfTheProfilesFileBeatsBoth() throws Exception {
        Files.writeString(directory.resolve("application-trial.properties"), "data.directory = elsewhere\n");
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start();
                ChildApplication application = ChildApplication.start(
                        directory,
                        Map.of(
                                "vtiger.url",
                                crm.url(),
                                "vtiger.username",
                                crm.username(),
                                "vtiger.access-key",
                                crm.accessKey(),
                                "data.directory",
                                "not here",
                                "tickets.enabled",
                                "false",
                                "export.module",
                                "Leads"),
                        Map.of("CAMEL_MAIN_PROFILE", "trial"),
                        "--once")) {
            assertThat(application.await(240)).as(application.output()).isZero();
            assertThat(application.output())
                    .contains("CRM: " + crm.url() + " as " + crm.username())
                    .contains("0 record(s) of Leads exported, see elsewhere/export")
                    .doesNotContain("route tickets")
                    .doesNotContain(crm.accessKey());
        }
    }

    /** Settings of a file, also those behind a # that only shows them. */
    private static Map<String, String> settings(Path file) throws IOException {
        return Pattern.compile("(?m)^#?([a-z][a-z.-]+?) *= *(.*)$")
                .matcher(Files.readString(file))
                .results()
                .collect(Collectors.toMap((MatchResult line) -> line.group(1), line -> line.group(2)));
    }

    /** Those that camel-main reads itself. */
    private static String settingsOfCamel() throws IOException {
        try (InputStream metadata =
                Main.class.getResourceAsStream("/META-INF/camel-main-configuration-metadata.json")) {
            return Pattern.compile("(?<=[a-z])[A-Z]")
                    .matcher(new String(metadata.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(capital -> "-" + capital.group().toLowerCase(Locale.ROOT));
        }
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> sources = files.filter(Files::isRegularFile).toList();
            StringBuilder text = new StringBuilder();
            for (Path source : sources) {
                text.append(Files.readString(source));
            }
            return text.toString();
        }
    }
}

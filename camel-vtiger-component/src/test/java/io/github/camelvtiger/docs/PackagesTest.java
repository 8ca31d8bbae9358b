package io.github.camelvtiger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PackagesTest {

    @Test
    void everyPackageSaysWhatItIs() {
        Set<Path> packages = new TreeSet<>();
        Set<Path> described = new TreeSet<>();
        for (Path file : Repository.files(".java")) {
            Path name = Repository.ROOT.relativize(file.getParent());
            if (name.toString().contains("src/main/java")) {
                packages.add(name);
                if (file.endsWith("package-info.java") && Repository.text(file).startsWith("/**")) {
                    described.add(name);
                }
            }
        }
        assertThat(described).as("packages with a package-info.java").containsExactlyElementsOf(packages);
    }
}

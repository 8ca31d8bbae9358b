package io.github.camelvtiger.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A module's POM as it is written, without what it inherits. */
final class Pom {

    record Dependency(String group, String artifact, String scope) {

        boolean isCamels() {
            return group.startsWith("org.apache.camel");
        }
    }

    private final Element project;

    private Pom(Element project) {
        this.project = project;
    }

    static Pom parent() {
        return read(Repository.ROOT.resolve("pom.xml"));
    }

    static Pom of(String module) {
        return read(Repository.ROOT.resolve(module).resolve("pom.xml"));
    }

    private static Pom read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            return new Pom(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        } catch (Exception e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    List<String> modules() {
        return children(child(project, "modules").orElseThrow(), "module").stream()
                .map(Pom::text)
                .toList();
    }

    /** The text of an element by the names that lead to it. */
    String value(String... path) {
        Optional<Element> found = Optional.of(project);
        for (String name : path) {
            found = found.flatMap(element -> child(element, name));
        }
        return found.map(Pom::text).orElse("");
    }

    List<Dependency> dependencies() {
        List<Dependency> found = new ArrayList<>();
        for (Element dependency : children(child(project, "dependencies").orElseThrow(), "dependency")) {
            found.add(new Dependency(
                    child(dependency, "groupId").map(Pom::text).orElseThrow(),
                    child(dependency, "artifactId").map(Pom::text).orElseThrow(),
                    child(dependency, "scope").map(Pom::text).orElse("compile")));
        }
        return found;
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}

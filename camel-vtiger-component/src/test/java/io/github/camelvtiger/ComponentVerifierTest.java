package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.extension.ComponentVerifierExtension;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation") // Camel has no replacement for it
class ComponentVerifierTest extends CrmTestSupport {

    @Test
    void optionsThatWorkAreVerified() {
        assertThat(verified(ComponentVerifierExtension.Scope.PARAMETERS, crm.accessKey())
                        .getStatus())
                .isEqualTo(ComponentVerifierExtension.Result.Status.OK);
        assertThat(verified(ComponentVerifierExtension.Scope.CONNECTIVITY, crm.accessKey())
                        .getStatus())
                .isEqualTo(ComponentVerifierExtension.Result.Status.OK);
    }

    @Test
    void aMissingOptionIsNamed() {
        ComponentVerifierExtension.Result result = verified(ComponentVerifierExtension.Scope.PARAMETERS, null);

        assertThat(result.getStatus()).isEqualTo(ComponentVerifierExtension.Result.Status.ERROR);
        assertThat(result.getErrors()).singleElement().satisfies(error -> assertThat(error.getParameterKeys())
                .containsExactly("accessKey"));
    }

    @Test
    void aWrongKeyIsAFailedAuthentication() {
        ComponentVerifierExtension.Result result =
                verified(ComponentVerifierExtension.Scope.CONNECTIVITY, "not-the-key");

        assertThat(result.getErrors()).singleElement().satisfies(error -> {
            assertThat(error.getCode())
                    .isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.AUTHENTICATION);
            assertThat(error.getDescription()).isNotBlank().doesNotContain("not-the-key");
        });
    }

    private ComponentVerifierExtension.Result verified(ComponentVerifierExtension.Scope scope, String accessKey) {
        Map<String, Object> options = new HashMap<>(Map.of("url", crm.url(), "username", "admin"));
        if (accessKey != null) {
            options.put("accessKey", accessKey);
        }
        return context()
                .getComponent("vtiger")
                .getExtension(ComponentVerifierExtension.class)
                .orElseThrow()
                .verify(scope, options);
    }
}

package io.github.oldbuffer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The model is found without being named in code. */
class ModelProviderTests {

    @Test
    void isOfferedByTheServiceLoader() throws Exception {
        ImplementationProvider provider = ServiceLoader.load(ImplementationProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.accepts("model"))
                .findFirst()
                .orElseThrow();

        assertTrue(provider.offers().stream().anyMatch(offer -> offer.id().equals("model") && !offer.pattern()));
        assertFalse(provider.accepts("models"));
        try (Implementation model = provider.open("model")) {
            assertEquals(new Identity("model", "Model", "1.0"), model.identity());
        }
    }
}

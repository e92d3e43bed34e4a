import { useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Page } from "../../components/page";
import { Answered } from "../../components/panel";
import { SkeletonLines } from "../../components/skeleton";
import { BulkSwitch } from "./bulk-switch";
import { CatalogFilters } from "./catalog-filters";
import { ModelTable } from "./model-table";
import styles from "./models.module.css";
import { NoModel } from "./no-model";
import { OfferDialog } from "./offer-dialog";
import { useCatalog } from "./use-catalog";
import { useSwitchModels } from "./use-switch-models";

/** Which models there are, what they cost, and which of them the router may choose. */
export const ModelsPage = () => {
  const catalog = useCatalog();
  const switchModels = useSwitchModels(catalog.keep);
  const [search, setSearch] = useSearchParams();
  const offer = () => [search.offer ?? []].flat()[0];
  return (
    <Page title="Model catalog">
      <CatalogFilters catalog={catalog} />
      <section class={styles.panel} aria-label="Models">
        <Answered
          what="the model catalog"
          asked={catalog.asked}
          skeleton={
            <div class={styles.skeleton}>
              <SkeletonLines lines={14} height={32} />
            </div>
          }
        >
          {() => (
            <>
              <BulkSwitch catalog={catalog} onSwitch={switchModels} />
              <Show when={catalog.rows().length > 0} fallback={<NoModel catalog={catalog} />}>
                <ModelTable catalog={catalog} onSwitch={switchModels} />
              </Show>
            </>
          )}
        </Answered>
      </section>
      <Show when={catalog.asked.data && offer()}>
        {(named) => (
          <OfferDialog
            offer={named()}
            model={catalog.all().find((model) => model.offer === named())}
            onClose={() => setSearch({ offer: undefined })}
            onSwitch={switchModels}
          />
        )}
      </Show>
    </Page>
  );
};

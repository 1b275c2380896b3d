import { z } from 'zod';
import { imageCarouselAction, templateAction, templateDefaultAction } from './actions.ts';
import { clusters, faultTexts, list, mediaUrl, oneOfTypes } from './fields.ts';
import { color } from './flexStyle.ts';
import { limits } from './limits.ts';

const imageLooks = {
  imageAspectRatio: z.enum(['rectangle', 'square']).optional(),
  imageSize: z.enum(['cover', 'contain']).optional(),
};

type Card = { title?: string | undefined; text: string; thumbnailImageUrl?: string | undefined };

function card(max: { title: number; text: number; actions: number }) {
  return {
    thumbnailImageUrl: mediaUrl.optional(),
    imageBackgroundColor: color.optional(),
    title: clusters(max.title).optional(),
    text: clusters(max.text),
    defaultAction: templateDefaultAction.optional(),
    actions: list(templateAction, 1, max.actions),
  };
}

/** Under a picture or a title a card has less room for its text. */
function textFault(node: Card, max: number): string | undefined {
  if (node.title === undefined && node.thumbnailImageUrl === undefined) return undefined;
  return clusters(max).safeParse(node.text).success ? undefined : faultTexts.length(max);
}

const buttons = z
  .strictObject({ type: z.literal('buttons'), ...card(limits.buttons), ...imageLooks })
  .superRefine((node, check) => {
    const message = textFault(node, limits.buttons.textUnderTitle);
    if (message) check.addIssue({ code: 'custom', path: ['text'], message });
  });

const confirm = z.strictObject({
  type: z.literal('confirm'),
  text: clusters(limits.confirm.text),
  actions: list(templateAction, limits.confirm.actions, limits.confirm.actions),
});

const column = z.strictObject(card(limits.carousel)).superRefine((node, check) => {
  const message = textFault(node, limits.carousel.textUnderTitle);
  if (message) check.addIssue({ code: 'custom', path: ['text'], message });
});

const carousel = z
  .strictObject({
    type: z.literal('carousel'),
    columns: list(column, 1, limits.carousel.columns),
    ...imageLooks,
  })
  .superRefine((node, check) => {
    const [first] = node.columns;
    for (const [index, entry] of node.columns.entries()) {
      const alike =
        entry.actions.length === first?.actions.length &&
        (entry.title === undefined) === (first.title === undefined) &&
        (entry.thumbnailImageUrl === undefined) === (first.thumbnailImageUrl === undefined);
      if (!alike) check.addIssue({ code: 'custom', path: ['columns', index], message: faultTexts.invalid });
    }
  });

const imageCarousel = z.strictObject({
  type: z.literal('image_carousel'),
  columns: list(
    z.strictObject({ imageUrl: mediaUrl, action: imageCarouselAction }),
    1,
    limits.carousel.columns,
  ),
});

export const template = oneOfTypes([buttons, confirm, carousel, imageCarousel]);

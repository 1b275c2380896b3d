import { z } from 'zod';
import { flexAction, flexButtonAction } from './actions.ts';
import { faultTexts, list, mediaUrl, oneOfTypes } from './fields.ts';
import * as look from './flexStyle.ts';
import { jsonBytes, limits } from './limits.ts';

type Check = { addIssue: (issue: { code: 'custom'; path?: PropertyKey[]; message: string }) => void };

// A box holds components and a component may be a box, so the type of one of the two must be stated.
const child: z.ZodType<{ type: string }> = z.lazy(() => component);

const mayHold = {
  vertical: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  horizontal: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  baseline: ['icon', 'text', 'filler'],
} as const satisfies Record<string, readonly string[]>;

const box = z
  .strictObject({
    type: z.literal('box'),
    layout: z.enum(['horizontal', 'vertical', 'baseline']),
    contents: z.array(child),
    action: flexAction.optional(),
    ...look.placement,
    ...look.boxStyle,
  })
  .superRefine((parent, check) => {
    const allowed: readonly string[] = mayHold[parent.layout];
    for (const [index, entry] of parent.contents.entries()) {
      if (!allowed.includes(entry.type)) refuse(check, ['contents', index]);
    }
  });

const span = z.strictObject({
  type: z.literal('span'),
  text: z.string().min(1, 'must be non-empty text'),
  ...look.letterStyle,
});

const text = z
  .strictObject({
    type: z.literal('text'),
    text: z.string().min(1, 'must be non-empty text').optional(),
    contents: z.array(span).optional(),
    flex: look.flexFactor.optional(),
    align: look.align.optional(),
    gravity: look.gravity.optional(),
    wrap: z.boolean().optional(),
    lineSpacing: look.lineSpacing.optional(),
    maxLines: look.lineCount.optional(),
    adjustMode: look.adjustMode.optional(),
    scaling: z.boolean().optional(),
    action: flexAction.optional(),
    ...look.placement,
    ...look.letterStyle,
  })
  .superRefine((node, check) => {
    if (node.text === undefined && node.contents === undefined) refuse(check, ['text'], faultTexts.missing);
  });

const button = z.strictObject({
  type: z.literal('button'),
  action: flexButtonAction,
  flex: look.flexFactor.optional(),
  color: look.color.optional(),
  style: z.enum(['primary', 'secondary', 'link']).optional(),
  gravity: look.gravity.optional(),
  height: z.enum(['md', 'sm']).optional(),
  adjustMode: look.adjustMode.optional(),
  scaling: z.boolean().optional(),
  ...look.placement,
});

const image = z.strictObject({
  type: z.literal('image'),
  url: mediaUrl,
  flex: look.flexFactor.optional(),
  align: look.align.optional(),
  gravity: look.gravity.optional(),
  size: look.imageSize.optional(),
  aspectRatio: look.aspectRatio.optional(),
  aspectMode: z.enum(['fit', 'cover']).optional(),
  backgroundColor: look.color.optional(),
  animated: z.boolean().optional(),
  action: flexAction.optional(),
  ...look.placement,
});

const video = z.strictObject({
  type: z.literal('video'),
  url: mediaUrl,
  previewUrl: mediaUrl,
  altContent: child,
  aspectRatio: look.aspectRatio.optional(),
  action: flexAction.optional(),
});

const icon = z.strictObject({
  type: z.literal('icon'),
  url: mediaUrl,
  size: look.iconSize.optional(),
  aspectRatio: look.aspectRatio.optional(),
  scaling: z.boolean().optional(),
  ...look.placement,
});

const separator = z.strictObject({
  type: z.literal('separator'),
  margin: look.margin.optional(),
  color: look.color.optional(),
});

const filler = z.strictObject({ type: z.literal('filler'), flex: look.flexFactor.optional() });

const component = oneOfTypes([box, text, button, image, video, icon, separator, filler]);

const heroKinds = ['box', 'image', 'video'];
const sizesForVideo = ['kilo', 'mega', 'giga', undefined];

const bubble = z
  .strictObject({
    type: z.literal('bubble'),
    size: z.enum(['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']).optional(),
    direction: z.enum(['ltr', 'rtl']).optional(),
    header: box.optional(),
    hero: child.optional(),
    body: box.optional(),
    footer: box.optional(),
    styles: look.bubbleStyles.optional(),
    action: flexAction.optional(),
  })
  .superRefine((node, check) => {
    const { hero } = node;
    if (!node.header && !hero && !node.body && !node.footer)
      refuse(check, [], 'At least one block must be specified');
    if (hero && !heroKinds.includes(hero.type)) refuse(check, ['hero']);
    if (hero?.type === 'video' && !sizesForVideo.includes(node.size)) refuse(check, ['size']);
    if (jsonBytes(node) > limits.bubbleBytes) refuse(check, [], 'must be 30 KB or less');
  });

const carousel = z
  .strictObject({ type: z.literal('carousel'), contents: list(bubble, 1, limits.bubbles) })
  .superRefine((node, check) => {
    const [first] = node.contents;
    for (const [index, entry] of node.contents.entries()) {
      if (entry.size !== first?.size) refuse(check, ['contents', index, 'size']);
      if (entry.hero?.type === 'video') refuse(check, ['contents', index, 'hero']);
    }
    if (jsonBytes(node) > limits.carouselBytes) refuse(check, [], 'must be 50 KB or less');
  });

function refuse(check: Check, path: PropertyKey[], message: string = faultTexts.invalid): void {
  check.addIssue({ code: 'custom', path, message });
}

export const flexContainer = oneOfTypes([bubble, carousel]);

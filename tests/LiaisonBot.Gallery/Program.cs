using LiaisonBot.Gallery;

return await GalleryCommand.Run(args);
